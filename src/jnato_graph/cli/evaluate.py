"""`jnato-graph evaluate`: extraction held against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jnato_graph.errors import UsageError
from jnato_graph.nearest import did_you_mean, did_you_mean_path

if TYPE_CHECKING:
    from jnato_graph.evaluate import Count, Part, Scores


@click.command()
@click.option(
    "--gold", type=click.Path(path_type=Path, file_okay=False), default=Path("tests/gold"), show_default=True,
    help="Folder of gold: .json files of documents, .jsonl files of sentences, or both as its parts.yaml says.",
)  # fmt: skip
@click.option(
    "--documents",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the texts are.  [default: beside the gold]",
)
@click.option("--part", "names", multiple=True, help="Only this part of the gold. May be repeated.")
@click.option("--aside", is_flag=True, help="The put-aside sentences instead: figures only.")
@click.option("--errors", is_flag=True, help="List each miss and each false find.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all figures.")
@click.option("--record", is_flag=True, help="Raise the floors that the tests hold to what is measured.")
def evaluate(
    gold: Path, documents: Path | None, names: tuple[str, ...], aside: bool, errors: bool, as_json: bool, record: bool
) -> None:
    """Score extraction against gold.

    Precision, recall and F1 of entities and claims, by label and by predicate.

    \b
    Example:
      jnato-graph evaluate
      jnato-graph evaluate --part further --errors
      jnato-graph evaluate --gold my-gold/ --documents my-articles/ --json
    """
    from jnato_graph.cli.progress import progress
    from jnato_graph.cli.terminal import say
    from jnato_graph.evaluate import evaluate as measure
    from jnato_graph.evaluate import measured, read_parts, write_floors
    from jnato_graph.evaluate.floors import FLOORS, read_floors
    from jnato_graph.report.escape import json_text, one_line
    from jnato_graph.settings import load_settings

    if not gold.is_dir():
        hint = did_you_mean_path(gold, "the gold of this project is in tests/gold of its checkout")
        raise UsageError(f"--gold {gold}: no such folder; {hint}")
    floors = tuple(read_floors(gold / FLOORS)) if record else ()
    if record and (aside or names or not floors):
        told = f"measures what {gold / FLOORS} has floors of"
        raise UsageError(f"--record {told}; leave --part and --aside out" if floors else f"--record {told}: nothing")
    wanted = names or (("aside",) if aside else floors)
    parts = _chosen(read_parts(gold, documents), wanted)
    if errors and (unread := [part.name for part in parts if part.unread]):
        raise UsageError(f"--errors: nobody looks at errors of {', '.join(unread)}; name other parts with --part")
    model, found = load_settings().spacy_model, {}
    for part in parts:
        click.echo(f"{part.name} …", err=True)
        with progress(f"Evaluating {part.name}", part.texts(), unit="texts") as step:
            found[part.name] = measure(part, model, progress=lambda document: step(document.path))
    if record:
        write_floors(gold / FLOORS, {name: measured(scores) for name, scores in found.items()})
        click.echo(f"floors written to {gold / FLOORS}", err=True)
    if as_json:
        answer = {name: scores.figures() for name, scores in found.items()}
        if errors:
            for name, scores in found.items():
                answer[name]["errors"] = [str(error) for error in scores.errors]
        click.echo(json_text(json.dumps(answer, ensure_ascii=False)))
        return
    for name, scores in found.items():
        if errors:
            for error in scores.errors:
                say(one_line(str(error)))
        click.echo("\n".join(_table(name, scores)) + "\n")


def _chosen(parts: list[Part], names: tuple[str, ...]) -> list[Part]:
    if not names:
        return [part for part in parts if not part.asked]
    by_name = {part.name: part for part in parts}
    if unknown := [name for name in names if name not in by_name]:
        hint = did_you_mean(unknown[0], by_name)
        raise UsageError(f"no part {unknown[0]!r} in this gold; {hint or 'there are ' + ', '.join(by_name)}")
    return [by_name[name] for name in names]


def _table(name: str, scores: Scores) -> list[str]:
    lines = [
        f"{name}: {scores.documents:,} texts",
        f"  {'':18} {'P':>6} {'R':>6} {'F1':>6} {'right':>6} {'false':>6} {'missed':>6}",
    ]
    lines += [_line("entities", scores.entities), _line("claims", scores.claims)]
    shares = (("modality of found claims", scores.modality), ("evidence of found claims", scores.evidence))
    lines += [f"  {title}: {'none found' if share.value is None else f'{share.value:.3f}'}" for title, share in shares]
    for counts in (scores.labels, scores.predicates):
        lines += ["", *(_line(each, count) for each, count in sorted(counts.items()))]
    if scores.confidence:
        lines += ["", "  right, by confidence"]
        lines += [
            f"  {tenth:18.1f} {share.value or 0:6.3f} of {share.of}"
            for tenth, share in sorted(scores.confidence.items())
        ]
    return lines


def _line(name: str, count: Count) -> str:
    figures = f"{count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f}"
    return f"  {name:18} {figures} {count.right:6} {count.false:6} {count.missed:6}"
