"""Exercises a Bolt server with the stock Python driver. usage: python drivers.py HOST:PORT"""

import asyncio
import datetime
import sys
import time

import neo4j
from neo4j.exceptions import ClientError, CypherSyntaxError
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time

ENDLESS = (
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b "
    "WITH a, b WHERE a * b = -1 RETURN count(*)"
)


def checks(uri):
    with neo4j.GraphDatabase.driver(uri, auth=("anyone", "anything")) as driver:
        driver.verify_connectivity()
        assert driver.get_server_info().agent.startswith("Neo4j/5.")
        transactions(driver)
        graph_values(driver)
        temporals(driver)
        errors(driver)
        streams(driver)


def transactions(driver):
    with driver.session() as session:
        with session.begin_transaction() as tx:
            tx.run("CREATE (:Py {name: 'undone'})")
            tx.rollback()
        summary = session.execute_write(
            lambda tx: tx.run(
                "CREATE (:Py {name: $a})-[:KNOWS {since: 1833}]->(:Py {name: $b})<-[:MET]-(:Py {name: 'Mary'})",
                a="Ada",
                b="Charles",
            ).consume()
        )
        assert summary.counters.nodes_created == 3
        assert summary.counters.contains_updates
        names = session.execute_read(
            lambda tx: tx.run("MATCH (n:Py) RETURN n.name AS name ORDER BY name").value()
        )
        assert names == ["Ada", "Charles", "Mary"], names
        assert session.last_bookmarks().raw_values


def graph_values(driver):
    records, _, _ = driver.execute_query("MATCH p = (:Py {name: 'Ada'})-->()<--() RETURN p")
    path = records[0]["p"]
    assert [n["name"] for n in path.nodes] == ["Ada", "Charles", "Mary"]
    knows, met = path.relationships
    assert knows.type == "KNOWS" and knows["since"] == 1833
    assert knows.start_node == path.nodes[0] and met.start_node == path.nodes[2]
    found, _, _ = driver.execute_query(
        "MATCH (n) WHERE elementId(n) = $id RETURN n.name AS name", id=path.start_node.element_id
    )
    assert found[0]["name"] == "Ada"
    driver.execute_query("MATCH (n:Py) DETACH DELETE n")


def temporals(driver):
    zone = datetime.timezone(datetime.timedelta(minutes=-210))
    for want in [
        Date(2024, 2, 29),
        Time(12, 34, 56, 789),
        DateTime(2024, 2, 29, 12, 34, 56, 789),
        DateTime(2024, 2, 29, 12, 34, 56, 789, tzinfo=zone),
        Duration(months=1, days=-2, seconds=3, nanoseconds=4),
        WGS84Point((1.5, -2.0)),
        CartesianPoint((1.5, -2.0, 3.0)),
        {"list": [1, None, "ä", [b"\x00\xff"]]},
    ]:
        records, _, _ = driver.execute_query("RETURN $want AS got", want=want)
        assert records[0]["got"] == want, (records[0]["got"], want)
    records, _, _ = driver.execute_query("RETURN datetime('2020-06-15T12:00:00[Europe/Paris]') AS d")
    assert records[0]["d"].iso_format() == "2020-06-15T12:00:00.000000000+02:00"


def errors(driver):
    try:
        driver.execute_query("RETURN x")
        raise AssertionError("no error")
    except CypherSyntaxError as e:
        assert "(line 1, column 8 (offset: 7))" in e.message, e.message
    try:
        driver.execute_query("CREATE (n)", routing_="r")
        raise AssertionError("no error")
    except ClientError as e:
        assert e.code == "Neo.ClientError.Statement.AccessMode", e.code
    with driver.session() as session:
        tx = session.begin_transaction()
        try:
            tx.run("RETURN 1/0").consume()
            raise AssertionError("no error")
        except ClientError as e:
            assert e.code == "Neo.ClientError.Statement.ArithmeticError", e.code
        tx.close()
        assert session.run("RETURN 1 AS x").single()["x"] == 1


def streams(driver):
    with driver.session(fetch_size=100) as session:
        got = [record["x"] for record in session.run("UNWIND range(1, 5000) AS x RETURN x")]
        assert got == list(range(1, 5001))
        session.run("UNWIND range(1, 100000) AS x RETURN x").peek()  # the rest is discarded
        assert session.run("RETURN 2 AS x").single()["x"] == 2
        started = time.monotonic()
        try:
            session.run(neo4j.Query(ENDLESS, timeout=0.1)).consume()
            raise AssertionError("no error")
        except ClientError as e:
            assert "TransactionTimedOut" in e.code, e.code
    assert time.monotonic() - started < 3


async def cancels(uri):
    async with neo4j.AsyncGraphDatabase.driver(uri) as driver:
        try:
            await asyncio.wait_for(driver.execute_query(ENDLESS), 0.2)  # closes the connection
            raise AssertionError("not cancelled")
        except asyncio.TimeoutError:
            pass
        records, _, _ = await driver.execute_query("RETURN 1 AS x")
        assert records[0]["x"] == 1


for scheme in ("bolt", "neo4j"):
    checks(f"{scheme}://{sys.argv[1]}")
    asyncio.run(cancels(f"{scheme}://{sys.argv[1]}"))
    print(f"{scheme}: ok")
