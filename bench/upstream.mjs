/** The smallest possible Graph: answers every call with the same two kilobytes, so that what is measured is the server before it. */
import { createServer } from 'node:http';

const event = {
  id: 'AAMk',
  subject: 'x'.repeat(60),
  isAllDay: false,
  webLink: `https://outlook.office365.com/calendar/item/${'y'.repeat(120)}`,
};
const body = Buffer.from(JSON.stringify({ value: Array.from({ length: 8 }, () => event) }));

createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length, 'request-id': 'r' });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
