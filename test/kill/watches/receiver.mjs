// A receiver of webhooks that may be killed: it writes down what it got before it answers.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [file = '', port = ''] = process.argv.slice(2);

createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    appendFileSync(file, `${JSON.stringify([request.headers['webhook-id'], body])}\n`);
    response.writeHead(204).end();
  });
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
