// Operations and who took part
// Missions and operations with those that took part in them, where they are held, and the sentence behind each.
// $operation = "" (optional Operation) only this operation
// $participant = "" (optional Actor) only operations in which this actor took part
// $from = "" (optional date) only what is dated, and not before this date
// $to = "" (optional date) only what is dated, and not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=participant what=operation when=date where=places
// asks: $participant? PARTICIPATED_IN Operation $operation? @organisation?
// asks: Operation $operation? HELD_IN
// asks: Operation $operation? $participant? participant|contributor|contingent? @organisation?
MATCH (operation:Operation)<-[:OBJECT]-(claim:Claim {predicate: "PARTICIPATED_IN"})-[:SUBJECT]->(participant:Actor)
WHERE claim.confidence >= $minConfidence
  AND ($operation = "" OR operation.key = $operation)
  AND ($participant = "" OR participant.key = $participant)
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($among = [] OR participant.key IN $among)
  AND ($organisation = "" OR EXISTS {
    MATCH (participant)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, article.published, claim.key
WITH operation, participant, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
WITH operation, collect({participant: participant, polarity: polarity, modality: modality, documents: documents,
                         best: best}) AS rows
WITH *, COLLECT {
       MATCH (operation)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
       RETURN DISTINCT place.name AS name ORDER BY name
     } AS places
UNWIND rows AS row
RETURN operation.name AS operation,
       places,
       row.participant.name AS participant,
       CASE WHEN row.polarity = "negated" THEN "did not" ELSE row.modality END AS status,
       coalesce(row.best.claim.date, "no date known") AS date,
       row.documents AS documents,
       row.best.sentence.text AS evidence,
       row.best.document.title AS document,
       row.best.document.publisher AS publisher,
       row.best.document.published AS published,
       coalesce(row.best.document.url, row.best.document.paths[0]) AS source,
       row.best.claim.confidence AS confidence,
       operation.key AS operationKey,
       row.participant.key AS participantKey,
       row.best.claim.key AS claimKey,
       row.best.sentence.key AS sentenceKey
ORDER BY operation, operationKey, participant, participantKey, status;
