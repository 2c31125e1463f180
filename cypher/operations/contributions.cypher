// Contributions to operations, funds and actors
// Who gave money, people, equipment or aid to what, with the sentence behind each and the number of documents that say
// so.
// $contributor = "" (optional Actor) only what this actor gave
// $recipient = "" (optional Entity) only what was given to this operation, programme or actor
// $from = "" (optional date) not before this date
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=contributor what=recipient when=date
// asks: $contributor? CONTRIBUTED_TO $recipient? aid|money|help|fund|support|assistance|equipment|weapon? @organisation?
// asks: aid|help|assistance|money|donation|equipment|weapon get|receive? from:$contributor? $recipient @organisation?
MATCH (claim:Claim {predicate: "CONTRIBUTED_TO"})
WHERE claim.confidence >= $minConfidence
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(contributor:Actor)
WHERE $contributor = "" OR contributor.key = $contributor
MATCH (claim)-[:OBJECT]->(recipient:Entity)
WHERE $recipient = "" OR recipient.key = $recipient
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($among = [] OR contributor.key IN $among)
  AND ($organisation = "" OR EXISTS {
    MATCH (contributor)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, article.published, claim.key
WITH contributor, recipient, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
RETURN contributor.name AS contributor,
       recipient.name AS recipient,
       [label IN labels(recipient) WHERE NOT label IN ["Entity", "Actor"]][0] AS kind,
       CASE WHEN polarity = "negated" THEN "did not" ELSE modality END AS status,
       coalesce(best.claim.date, "no date known") AS date,
       best.claim.speaker AS speaker,
       documents,
       best.sentence.text AS evidence,
       best.document.title AS document,
       best.document.publisher AS publisher,
       best.document.published AS published,
       coalesce(best.document.url, best.document.paths[0]) AS source,
       best.claim.confidence AS confidence,
       contributor.key AS contributorKey,
       recipient.key AS recipientKey,
       best.claim.key AS claimKey,
       best.sentence.key AS sentenceKey
ORDER BY kind, recipient, recipientKey, contributor, contributorKey, status;
