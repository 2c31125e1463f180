// Who changed position
// Actors that are against a thing at one date and not against it at another, each step with its sentence. Two dates
// tell a change only when one does not contain the other (2023 and 2023-05 do not).
// $actor = "" (optional Actor) only this actor
// $object = "" (optional Entity) only positions on this
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=actor when=date
// asks: change|shift|reverse|switch|reconsider position|stance|view|opinion|attitude|stand|line|standpoint|mind|side|course $actor? on:$object?
// asks: flip|flop|u-turn|about-face|reversal|backtrack|waver $actor? on:$object?
MATCH (claim:Claim)
WHERE claim.predicate IN ["OPPOSES", "SUPPORTS"] AND claim.modality = "actual" AND claim.confidence >= $minConfidence
  AND ($actor = "" OR claim.statement STARTS WITH $actor + " ") AND ($object = "" OR claim.statement ENDS WITH " " + $object)
WITH replace(claim.statement, " OPPOSES ", " SUPPORTS ") AS about, collect(claim) AS claims,
     collect(DISTINCT (claim.predicate = "OPPOSES") = (claim.polarity = "affirmed")) AS sides
WHERE size(sides) = 2
UNWIND claims AS claim
MATCH (claim)-[:SUBJECT]->(actor:Actor)
MATCH (claim)-[:OBJECT]->(object:Entity)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldAt,
     (claim.predicate = "OPPOSES") = (claim.polarity = "affirmed") AS isAgainst
WHERE heldAt IS NOT NULL
WITH actor, object, count(DISTINCT article) AS documents,
     collect(DISTINCT CASE WHEN isAgainst THEN heldAt END) AS against,
     collect(DISTINCT CASE WHEN NOT isAgainst THEN heldAt END) AS notAgainst,
     collect({claim: claim, sentence: sentence, document: article, heldAt: heldAt}) AS rows
WHERE any(one IN against WHERE any(other IN notAgainst
          WHERE NOT one STARTS WITH other AND NOT other STARTS WITH one))
UNWIND rows AS row
RETURN actor.name AS actor,
       object.name AS object,
       row.heldAt AS date,
       CASE row.claim.predicate
         WHEN "OPPOSES" THEN CASE row.claim.polarity WHEN "affirmed" THEN "opposes" ELSE "does not oppose" END
         ELSE CASE row.claim.polarity WHEN "affirmed" THEN "supports" ELSE "does not support" END
       END AS position,
       row.claim.speaker AS speaker,
       CASE WHEN row.claim.asserted THEN "asserted" ELSE "reported" END AS basis,
       documents,
       row.sentence.text AS evidence,
       row.document.title AS document,
       row.document.publisher AS publisher,
       row.document.published AS published,
       coalesce(row.document.url, row.document.paths[0]) AS source,
       row.claim.confidence AS confidence,
       actor.key AS actorKey,
       object.key AS objectKey,
       row.claim.key AS claimKey,
       row.sentence.key AS sentenceKey
ORDER BY actor, object, objectKey, date, position, row.document.key, row.sentence.index, claimKey;
