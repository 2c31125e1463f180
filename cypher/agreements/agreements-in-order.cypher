// Agreements in order of time
// Each agreement with those that signed it and what replaced it, by the date of signature. One row for each signatory,
// with the sentence that dates it best and the number of documents that say so.
// $agreement = "" (optional Agreement) only this agreement
// $party = "" (optional Actor) only agreements that this actor is said to have signed
// $other = "" (optional Actor) only agreements that this actor is said to have signed, too
// $from = "" (optional date) not signed before this date
// $to = "" (optional date) not signed after this date (a month or year counts in full)
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=signatory what=agreement when=date
// asks: $party? $other? SIGNED Agreement $agreement?
// asks: $party? $other? SIGNED together|jointly|both|with?
// asks: Agreement $party? $other? between|bilateral|exist|conclude? $agreement?
MATCH (agreement:Agreement)<-[:OBJECT]-(claim:Claim {predicate: "SIGNED"})-[:SUBJECT]->(signatory:Actor)
WHERE claim.confidence >= $minConfidence AND ($agreement = "" OR agreement.key = $agreement)
  AND ($party = "" OR EXISTS {
    (agreement)<-[:OBJECT]-(:Claim {predicate: "SIGNED"})-[:SUBJECT]->(:Actor {key: $party})
  })
  AND ($other = "" OR EXISTS {
    (agreement)<-[:OBJECT]-(:Claim {predicate: "SIGNED"})-[:SUBJECT]->(:Actor {key: $other})
  })
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, article.published, claim.key
WITH agreement, signatory, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
WITH agreement, min(best.claim.date) AS signedAt,
     collect({signatory: signatory, polarity: polarity, modality: modality, documents: documents, best: best}) AS rows
WHERE ($from = "" OR signedAt >= $from) AND ($to = "" OR signedAt <= $to OR signedAt STARTS WITH $to)
WITH *,
     COLLECT {
       MATCH (agreement)<-[:OBJECT]-(:Claim {predicate: "REPLACES", polarity: "affirmed"})-[:SUBJECT]->(next:Entity)
       RETURN DISTINCT next.name AS name ORDER BY name
     } AS replacedBy,
     COLLECT {
       MATCH (agreement)<-[:SUBJECT]-(:Claim {predicate: "REPLACES", polarity: "affirmed"})-[:OBJECT]->(previous:Entity)
       RETURN DISTINCT previous.name AS name ORDER BY name
     } AS replaces
UNWIND rows AS row
RETURN coalesce(row.best.claim.date, "no date known") AS date,
       agreement.name AS agreement,
       row.signatory.name AS signatory,
       CASE WHEN row.polarity = "negated" THEN "not signed" WHEN row.modality = "actual" THEN "signed"
            ELSE row.modality END AS status,
       replaces,
       replacedBy,
       row.documents AS documents,
       row.best.sentence.text AS evidence,
       row.best.document.title AS document,
       row.best.document.publisher AS publisher,
       row.best.document.published AS published,
       coalesce(row.best.document.url, row.best.document.paths[0]) AS source,
       row.best.claim.confidence AS confidence,
       agreement.key AS agreementKey,
       row.signatory.key AS signatoryKey,
       row.best.claim.key AS claimKey,
       row.best.sentence.key AS sentenceKey
ORDER BY signedAt, agreement, agreementKey, signatory, status;
