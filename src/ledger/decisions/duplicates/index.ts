export { findDuplicateReports, type PlacedReport } from './find-duplicate-reports.ts';
