// Who changed position
// Actors that are against a thing at one date and not against it at another, each step with its sentence and the number
// of documents that tell the same position. The date is that of the claim, else of the document, as "dateOf" tells; of the
// latter only that it was so by then is known. Two dates tell a change only when neither contains the other (2023 and
// 2023-05 do not), and both are of the same kind or that of the claim is the later one.
// $actor = "" (optional Actor) only this actor
// $object = "" (optional Entity) only positions on this
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=actor when=date
// asks: change|shift|reverse|switch|reconsider|alter|revise|soften|evolve|waver|turn+around|revisit|flip|abandon|
//   retreat|move|drift position|stance|posture|view|opinion|attitude|stand|line|standpoint|mind|side|course|tone|
//   stances $actor? on:$object?
// asks: flip|flop|u-turn|about-face|reversal|backtrack|waver|turnaround|volte-face|turncoat|convert position|stance|
//   policy|make|there? $actor? on:$object?
// asks: reverse+itself|reverse+themselves|reverse+themself|reverse+himself|reverse+herself|reverse+course|
//   contradict+itself|switch+side|switch+camp|flip-flop|turn+coat|change+position|double+back $actor? on:$object?
//   position|course|side|issue|question|matter|topic|thing|ever?
// asks: OPPOSES SUPPORTS now|later|then|once|first|initially|formerly|before|use|eventually|end|afterwards|switch|go|
//   turn|move|change|start|come|previously|subsequently $actor? on:$object?
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN ["OPPOSES", "SUPPORTS"] AND claim.modality = "actual" AND claim.confidence >= $minConfidence
  AND ($actor = "" OR claim.statement STARTS WITH $actor + " ") AND ($object = "" OR claim.statement ENDS WITH " " + $object)
WITH replace(claim.statement, " OPPOSES ", " SUPPORTS ") AS about, collect(claim) AS claims,
     collect(DISTINCT (claim.predicate = "OPPOSES") = (claim.polarity = "affirmed")) AS sides
WHERE size(sides) = 2
WITH claims, claims[0] AS one
MATCH (one)-[:SUBJECT]->(actor:Actor)
MATCH (one)-[:OBJECT]->(object:Entity)
WITH claims, actor.name AS actorName, object.name AS objectName, object.key AS objectKey, actor.key AS actorKey
ORDER BY actorName, objectName, objectKey
CALL (claims) {
  UNWIND claims AS claim
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  WITH claim, sentence, article, coalesce(claim.date, article.published) AS heldAt,
       (claim.predicate = "OPPOSES") = (claim.polarity = "affirmed") AS isAgainst
  WHERE heldAt IS NOT NULL
  WITH claim.predicate AS predicate, isAgainst, count(DISTINCT article) AS documents,
       collect(DISTINCT {at: heldAt, isOwn: claim.date IS NOT NULL}) AS dates,
       collect({claim: claim, sentence: sentence, article: article, heldAt: heldAt}) AS rows
  WITH collect({isAgainst: isAgainst, documents: documents, dates: dates, rows: rows}) AS sides
  WHERE any(side IN sides WHERE side.isAgainst AND any(otherSide IN sides WHERE NOT otherSide.isAgainst
            AND any(one IN side.dates WHERE any(other IN otherSide.dates
                    WHERE NOT one.at STARTS WITH other.at AND NOT other.at STARTS WITH one.at
                      AND (one.isOwn = other.isOwn OR one.isOwn = (one.at > other.at))))))
  UNWIND sides AS side
  UNWIND side.rows AS row
  RETURN side.documents AS documents, row.claim AS claim, row.sentence AS sentence, row.article AS article, row.heldAt AS date
}
// Grouped, so that the lists do not stay beside each row: the database counts its memory each time.
WITH actorName, objectName, objectKey, actorKey, documents, claim, sentence, article, date, count(*) AS once
WITH *, CASE claim.predicate
          WHEN "OPPOSES" THEN CASE claim.polarity WHEN "affirmed" THEN "opposes" ELSE "does not oppose" END
          ELSE CASE claim.polarity WHEN "affirmed" THEN "supports" ELSE "does not support" END
        END AS position
ORDER BY actorName, objectName, objectKey, date, position, article.key, sentence.index, claim.key LIMIT toInteger($limit)
RETURN actorName AS actor,
       objectName AS object,
       date,
       CASE WHEN claim.date IS NOT NULL THEN "claim" ELSE "document" END AS dateOf,
       position,
       claim.speaker AS speaker,
       CASE WHEN claim.asserted THEN "asserted" ELSE "reported" END AS basis,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       actorKey,
       objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY actor, object, objectKey, date, position, article.key, sentence.index, claimKey;
