export { makeReceipt, type ReceiptAsked } from './make-receipt.ts';
