// Members that opposed an office
// Which members of an organisation are reported to oppose an office, with the sentence behind each. "documents" are those
// that say so as firmly as the row does; "denials" are the sentences that say that the member does not oppose it.
// Membership is taken at the date of the claim, else of the document; where neither is known, the row says so.
// $office = "nato-liaison-office-tokyo" (Office) the office
// $organisation = "nato" (Organisation) whose members are asked about
// $modality = "any" (actual|planned|possible|any) how firm the objection is
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=member when=date
// asks: OPPOSES $office @organisation actual|firm|definite|outright|real>modality:actual?
MATCH (office:Office {key: $office})<-[:OBJECT]-(claim:Claim {predicate: "OPPOSES", polarity: "affirmed"})
WHERE claim.confidence >= $minConfidence AND ($modality = "any" OR claim.modality = $modality)
MATCH (claim)-[:SUBJECT]->(member:Actor)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldAt
CALL (member, heldAt) {
  MATCH (member)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
  WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
  WHERE heldAt IS NULL
     OR ((since <= heldAt OR since STARTS WITH heldAt)
         AND (heldAt < until OR (heldAt STARTS WITH until AND size(until) < 10)))
  RETURN CASE
      WHEN heldAt IS NULL THEN "no date known"
      WHEN (since STARTS WITH heldAt AND size(heldAt) < 10) OR (heldAt STARTS WITH since AND size(since) < 10)
        OR until STARTS WITH heldAt OR heldAt STARTS WITH until THEN "member for part of " + heldAt
      ELSE "member" END AS membership
  ORDER BY membership LIMIT 1
}
WITH member, claim.modality AS modality, count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article, heldAt: heldAt, membership: membership}) AS rows
WITH member, max(documents) AS most, collect({documents: documents, rows: rows}) AS kinds
UNWIND kinds AS kind
UNWIND kind.rows AS row
WITH *, kind.documents AS documents
RETURN member.name AS member,
       coalesce(row.heldAt, "no date known") AS date,
       CASE WHEN row.claim.date IS NOT NULL THEN "claim" WHEN row.heldAt IS NOT NULL THEN "document" END AS dateOf,
       row.membership AS membership,
       row.claim.modality AS modality,
       row.claim.speaker AS speaker,
       CASE WHEN row.claim.asserted THEN "asserted" ELSE "reported" END AS basis,
       COUNT { (:Claim {statement: row.claim.statement, polarity: "negated", modality: "actual"}) } AS denials,
       documents,
       row.claim.quote AS evidence,
       row.document.title AS document,
       row.document.publisher AS publisher,
       row.document.published AS published,
       coalesce(row.document.url, row.document.paths[0]) AS source,
       row.claim.confidence AS confidence,
       member.key AS memberKey,
       row.claim.key AS claimKey,
       row.sentence.key AS sentenceKey
ORDER BY most DESC, member, memberKey, row.heldAt, published, row.document.key, row.sentence.index, claimKey;
