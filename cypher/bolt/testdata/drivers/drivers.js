// Exercises a Bolt server with the stock JavaScript driver, over TCP and, as a web page would,
// over WebSocket. usage: node drivers.js HOST:PORT; NODE_PATH names the folder of neo4j-driver.
const assert = require('node:assert/strict')

async function checks (neo4j, uri) {
  const driver = neo4j.driver(uri, neo4j.auth.basic('anyone', 'anything'), { fetchSize: 50 })
  try {
    const info = await driver.getServerInfo()
    assert.match(info.agent, /^Neo4j\/5\./)
    await transactions(neo4j, driver)
    await graphValues(neo4j, driver)
    await temporals(neo4j, driver)
    await errors(neo4j, driver)
    await streams(neo4j, driver)
  } finally {
    await driver.close()
  }
}

async function transactions (neo4j, driver) {
  const session = driver.session()
  const undone = session.beginTransaction()
  await undone.run('CREATE (:Js {name: "undone"})')
  await undone.rollback()
  await session.executeWrite(tx => tx.run(
    'CREATE (:Js {name: $a})-[:KNOWS {since: 1833}]->(:Js {name: $b})<-[:MET]-(:Js {name: "Mary"})', { a: 'Ada', b: 'Charles' }))
  assert.equal(session.lastBookmarks().length, 1)
  const names = await session.executeRead(tx => tx.run('MATCH (n:Js) RETURN n.name AS name ORDER BY name'))
  assert.deepEqual(names.records.map(r => r.get('name')), ['Ada', 'Charles', 'Mary'])
  assert.equal(names.summary.queryType, 'r')

  const tx = session.beginTransaction()
  const one = tx.run('UNWIND range(1, 120) AS x RETURN x')
  const two = tx.run('UNWIND range(1, 70) AS x RETURN x')
  assert.equal((await two).records.length, 70)
  assert.equal((await one).records.length, 120)
  await tx.commit()
  await session.close()
}

async function graphValues (neo4j, driver) {
  const { records: [record] } = await driver.executeQuery('MATCH p = (:Js {name: "Ada"})-->()<--() RETURN p')
  const path = record.get('p')
  assert.equal(path.length, 2)
  assert.deepEqual([path.start, path.segments[0].end, path.end].map(n => n.properties.name), ['Ada', 'Charles', 'Mary'])
  const [knows, met] = path.segments.map(s => s.relationship)
  assert.equal(knows.type, 'KNOWS')
  assert.equal(knows.properties.since.toNumber(), 1833)
  assert.equal(knows.startNodeElementId, path.start.elementId)
  assert.equal(met.startNodeElementId, path.end.elementId)
  const found = await driver.executeQuery('MATCH (n) WHERE elementId(n) = $id RETURN n.name AS name', { id: path.start.elementId })
  assert.equal(found.records[0].get('name'), 'Ada')
  const { summary } = await driver.executeQuery('MATCH (n:Js) DETACH DELETE n')
  assert.equal(summary.counters.updates().nodesDeleted, 3)
}

async function temporals (neo4j, driver) {
  const values = {
    date: new neo4j.types.Date(2024, 2, 29),
    time: new neo4j.types.Time(12, 34, 56, 789, -3600),
    localTime: new neo4j.types.LocalTime(12, 34, 56, 789),
    localDateTime: new neo4j.types.LocalDateTime(2024, 2, 29, 12, 34, 56, 789),
    offset: new neo4j.types.DateTime(2024, 2, 29, 12, 34, 56, 789, -3600),
    zoned: new neo4j.types.DateTime(2024, 2, 29, 12, 34, 56, 789, 3600, 'Europe/Berlin'),
    duration: new neo4j.types.Duration(1, -2, 3, 4),
    point: new neo4j.types.Point(neo4j.int(7203), 1.5, -2)
  }
  const { records: [record] } = await driver.executeQuery('RETURN $values AS values', { values })
  const got = record.get('values')
  for (const [name, want] of Object.entries(values)) {
    assert.equal(got[name].toString(), want.toString(), name)
  }
  const made = await driver.executeQuery("RETURN datetime('2020-06-15T12:00:00[Europe/Paris]') AS d")
  assert.equal(made.records[0].get('d').toString(), '2020-06-15T12:00:00+02:00[Europe/Paris]')
}

async function errors (neo4j, driver) {
  await assert.rejects(driver.executeQuery('RETURN x'), error => {
    assert.equal(error.code, 'Neo.ClientError.Statement.SyntaxError')
    assert.match(error.message, /Variable `x` not defined \(line 1, column 8 \(offset: 7\)\)/)
    return true
  })
  const reader = driver.session({ defaultAccessMode: neo4j.session.READ })
  await assert.rejects(reader.run('CREATE (n)'), { code: 'Neo.ClientError.Statement.AccessMode' })
  await reader.close()
  await assert.rejects(driver.executeQuery('RETURN 1', {}, { database: 'nope' }), { code: 'Neo.ClientError.Database.DatabaseNotFound' })
}

async function streams (neo4j, driver) {
  const session = driver.session()
  let rows = 0
  for await (const record of session.run('UNWIND range(1, 5000) AS x RETURN x')) {
    rows += 1
    assert.equal(record.get('x').toNumber(), rows)
  }
  assert.equal(rows, 5000)
  const endless = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)'
  await assert.rejects(session.run(endless, {}, { timeout: 100 }), { code: /TransactionTimedOut/ })
  await session.close()

  const started = Date.now()
  const dropped = driver.session()
  const interrupted = assert.rejects(dropped.run(endless))
  await new Promise(resolve => setTimeout(resolve, 100))
  await dropped.close() // interrupts it by RESET
  await interrupted
  await driver.executeQuery('RETURN 1')
  assert.ok(Date.now() - started < 3000, 'the query was not interrupted')
}

async function main (address) {
  const neo4j = require('neo4j-driver')
  for (const scheme of ['bolt', 'neo4j']) {
    await checks(neo4j, `${scheme}://${address}`)
    console.log(`${scheme}: ok`)
  }
  globalThis.WebSocket ??= require('ws') // part of Node from version 22 on
  const page = require('neo4j-driver/lib/browser/neo4j-web.js')
  await checks(page, `bolt://${address}`)
  console.log('websocket: ok')
}

main(process.argv[2]).then(() => process.exit(0), error => {
  console.error(error)
  process.exit(1)
})
