// Writers that each append one event to a new stream, wait until it is durable, and append again.
import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const writers = Number(process.env.WRITERS);
const seconds = Number(process.env.SECONDS);
const data = JSON.parse(process.env.EVENT);
const store = getPostgreSQLEventStore(process.env.DATABASE_URL);
await store.schema.migrate();

let done = 0;
async function write(until, count) {
  while (performance.now() < until) {
    await store.appendToStream(`referral-${randomUUID()}`, [{ type: 'referral-received', data }]);
    if (count) done++;
  }
}
async function all(duration, count) {
  const until = performance.now() + duration;
  await Promise.all(Array.from({ length: writers }, () => write(until, count)));
}

await all(1000, false);
const begin = performance.now();
await all(seconds * 1000, true);
console.log(`appends/s ${((done * 1000) / (performance.now() - begin)).toFixed(1)}`);
await store.close();
