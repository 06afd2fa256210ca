import { createStage } from '../graph/stage.ts';
it('x', () => {
  const out=[];
  for (let i=0;i<8;i++){ const t=performance.now(); createStage(); out.push((performance.now()-t).toFixed(0)); }
  process.stdout.write(out.join(' ')+'\n');
});
it('large', async () => {
  const t=performance.now(); const s = createStage({ seed: 'large' }); process.stdout.write(`large ${(performance.now()-t).toFixed(0)}ms\n`);
  const schedules = Array.from({length:20},(_, i)=>`room-${String(i*400+1).padStart(5,'0')}@contoso.example`);
  const times=[];
  for (let i=0;i<20;i++){ const t=performance.now(); const a = await s.ask('POST /me/calendar/getSchedule', { schedules, startTime:{dateTime:'2026-11-23T00:00:00',timeZone:'UTC'}, endTime:{dateTime:'2026-11-30T00:00:00',timeZone:'UTC'}, availabilityViewInterval: 15 }); times.push((performance.now()-t).toFixed(1)); if(i==0) process.stdout.write(JSON.stringify(a.json.value?.map((v:any)=>v.scheduleItems?.length ?? v.error))+'\n'); }
  process.stdout.write(times.join(' ')+'\n');
  const cv=[]; for (let i=0;i<10;i++){ const t=performance.now(); await s.ask('GET /me/calendarView?startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-11-29T23:00:00Z&$top=1000&$orderby=start/dateTime', undefined, {prefer:'outlook.timezone="W. Europe Standard Time"'}); cv.push((performance.now()-t).toFixed(1)); }
  process.stdout.write('view '+cv.join(' ')+'\n');
  const t2=performance.now(); for (const p of s.world.people.values()) s.world.mailboxes.findByObjectId(p.objectId);
  let n=0; for (const p of s.world.places) if (p.type==='room') n+= s.world.mailboxes.find(String(p.json['emailAddress']))!.events.size;
  process.stdout.write(`all filled ${(performance.now()-t2).toFixed(0)}ms room events ${n} rss ${(process.memoryUsage().rss/1e6).toFixed(0)}MB\n`);
}, 100000);
