// Agreements in order of time
// Each agreement with those that signed it and what replaced it, by the date of signature. One row for each signatory,
// with the sentence that dates it best and the number of documents that say so. No more than 25 names stand in a list;
// what is only planned or possible says so. Where several agreements go by one name, the lists of a row are from the
// documents that name its signatory.
// $agreement = "" (optional Agreement) only this agreement
// $party = "" (optional Actor) only agreements that this actor signs; of others only that it does not
// $other = "" (optional Actor) only agreements that this actor signs, too
// $from = "" (optional date) not signed before this date (a month or year counts in full)
// $to = "" (optional date) not signed after this date (a month or year counts in full)
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=signatory what=agreement when=date
// asks: $party? $other? SIGNED Agreement $agreement? party|order|timeline|chronology|chronological|signature|enter|
//   conclude|join|bind|sign|list|chronologically?
// asks: $party? $other? SIGNED together|jointly|both|with?
// asks: [what|which|list|when|who] $party $other SIGNED together|jointly|both|with|each|one|another?
// asks: Agreement $party? $other? between|bilateral|exist|conclude|bind|link|tie|unite|force|govern|cover|reach|
//   strike|mutual|together|chronology|chronological|timeline|order|history|enter|sign|signature|have|join|list|table|
//   overview|binding|make|subscribe? $agreement?
MATCH (claim:Claim {predicate: "SIGNED"})
USING INDEX claim:Claim(predicate)
WHERE claim.confidence >= $minConfidence
MATCH (claim)-[:OBJECT]->(agreement:Agreement)
WHERE ($agreement = "" OR agreement.key = $agreement)
  AND ($party = "" OR ($other = "" AND EXISTS { (claim)-[:SUBJECT]->(:Actor {key: $party}) }) OR EXISTS {
    (agreement)<-[:OBJECT]-(:Claim {predicate: "SIGNED", polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $party})
  })
  AND ($other = "" OR EXISTS {
    (agreement)<-[:OBJECT]-(:Claim {predicate: "SIGNED", polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $other})
  })
// Several agreements may go by one name ("the ITPP"), which shows in a name with parties beside it, or in the dates of one
// that is not listed: then each row must itself be of these parties and of that time. Of one agreement all rows are of
// both, and the most exact of its dates is that of all.
WITH agreement, collect(claim) AS claims, collect(claim.date) AS dates,
     min([-size(coalesce(claim.date, "")), claim.date])[1] AS exact
WITH agreement, claims, exact,
     (agreement.listed OR all(date IN dates WHERE exact STARTS WITH date))
       AND NOT EXISTS {
         MATCH (own:Agreement) WHERE own.key STARTS WITH agreement.key + "-"
         WITH own.key + "-" AS key, size(agreement.key) + 1 AS start
         MATCH (party:Actor)
         WHERE party.key IN [at IN range(start + 1, size(key) - 1) WHERE substring(key, at, 1) = "-"
                             | substring(key, start, at - start)]
         RETURN party
       } AS isOne
UNWIND claims AS claim
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, CASE WHEN isOne THEN exact ELSE claim.date END AS signedOn
WHERE ($from = "" OR signedOn >= $from OR $from STARTS WITH signedOn) AND ($to = "" OR signedOn <= $to OR signedOn STARTS WITH $to)
  AND (isOne OR all(party IN [$party, $other] WHERE party = "" OR EXISTS {
    MATCH (sentence)<-[:SUPPORTED_BY]-(same:Claim {predicate: "SIGNED"})-[:SUBJECT]->(:Actor {key: party})
    WHERE (same)-[:OBJECT]->(agreement) AND (same.polarity = "affirmed" OR (same = claim AND $other = ""))
  }))
MATCH (claim)-[:SUBJECT]->(signatory:Actor)
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH agreement, isOne, signatory, claim.polarity AS polarity, claim.modality AS modality, count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key, claim.date]) AS best
WITH agreement, isOne, min(best[4]) AS signedAt,
     collect({signatory: signatory, polarity: polarity, modality: modality, documents: documents, key: best[3]}) AS rows
WITH *, agreement.name AS agreementName, agreement.key AS agreementKey ORDER BY signedAt, agreementName, agreementKey
UNWIND rows AS row
// Grouped, so that the list does not stay beside each of its rows: the database counts its memory each time.
WITH signedAt, agreement, isOne, agreementName, agreementKey, row, count(*) AS once
WITH signedAt, agreement, isOne, agreementName, agreementKey,
     row.signatory AS signatory, row.documents AS documents, row.key AS key,
     CASE WHEN row.polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[row.modality]
          WHEN row.modality = "actual" THEN "signed"
          ELSE row.modality END AS status
ORDER BY signedAt, agreementName, agreementKey, signatory.name, status, signatory.key, key LIMIT toInteger($limit)
WITH signedAt, agreement, isOne, agreementName, agreementKey,
     collect({signatory: signatory, status: status, documents: documents, key: key}) AS shown
WITH *,
     COLLECT {
       MATCH (agreement)<-[:SUBJECT]-(told:Claim {predicate: "REPLACES", polarity: "affirmed"})-[:OBJECT]->(previous:Entity)
       MATCH (told)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(by:Document)
       RETURN {name: previous.name, modality: told.modality, by: by.key}
     } AS before,
     COLLECT {
       MATCH (agreement)<-[:OBJECT]-(told:Claim {predicate: "REPLACES", polarity: "affirmed"})-[:SUBJECT]->(next:Entity)
       MATCH (told)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(by:Document)
       RETURN {name: next.name, modality: told.modality, by: by.key}
     } AS after
UNWIND shown AS row
WITH *, row.signatory AS signatory, row.status AS status, row.documents AS documents,
     CASE WHEN isOne OR before + after = [] THEN null ELSE COLLECT {
       MATCH (:Claim {statement: row.signatory.key + " SIGNED " + agreementKey})-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(by:Document)
       RETURN DISTINCT by.key
     } END AS own
MATCH (claim:Claim {key: row.key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *,
     COLLECT {
       UNWIND before AS told
       WITH told WHERE own IS NULL OR told.by IN own
       WITH told.name AS name, min(told.modality) AS modality
       RETURN name + CASE modality WHEN "actual" THEN "" ELSE " (" + modality + ")" END AS name ORDER BY name LIMIT 25
     } AS replaces,
     COLLECT {
       UNWIND after AS told
       WITH told WHERE own IS NULL OR told.by IN own
       WITH told.name AS name, min(told.modality) AS modality
       RETURN name + CASE modality WHEN "actual" THEN "" ELSE " (" + modality + ")" END AS name ORDER BY name LIMIT 25
     } AS replacedBy
RETURN coalesce(claim.date, "no date known") AS date,
       agreementName AS agreement,
       signatory.name AS signatory,
       status,
       replaces,
       replacedBy,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       agreementKey,
       signatory.key AS signatoryKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY signedAt, agreement, agreementKey, signatory, status, signatoryKey, claimKey;
