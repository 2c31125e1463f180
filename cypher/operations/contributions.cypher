// Contributions to operations, funds and actors
// Who gave money, people, equipment or aid to what, with the sentence behind each and the number of documents that say
// so.
// $contributor = "" (optional Actor) only what this actor gave
// $recipient = "" (optional Entity) only what was given to this operation, programme or actor
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
MATCH (claim:Claim {predicate: "CONTRIBUTED_TO"})
WHERE claim.confidence >= $minConfidence
MATCH (claim)-[:SUBJECT]->(contributor:Actor)
WHERE $contributor = "" OR contributor.key = $contributor
MATCH (claim)-[:OBJECT]->(recipient:Entity)
WHERE $recipient = "" OR recipient.key = $recipient
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
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
