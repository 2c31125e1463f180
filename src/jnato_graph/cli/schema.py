"""`jnato-graph schema`: the shape of the graph, and a hash of all that is in it."""

from __future__ import annotations

import click

from jnato_graph.cli.terminal import pager_option, show


@click.command()
@click.option("--cypher", is_flag=True, help="Only the statements that make the constraints and indexes.")
@click.option(
    "--hash", "hash_", is_flag=True, help="A hash of the whole graph in the database: equal ones, equal graphs."
)
@pager_option
def schema(cypher: bool, hash_: bool, pager: bool) -> None:
    """Print the labels, relationships, constraints and indexes.

    Needs no database, except for --hash.

    \b
    Example:
      jnato-graph schema
      jnato-graph schema --cypher
    """
    if hash_:
        from jnato_graph.api import graph_hash

        click.echo(graph_hash())
        return
    from jnato_graph.load import describe_schema

    found = describe_schema()
    show(found.cypher() if cypher else found.text(), pager=pager)
