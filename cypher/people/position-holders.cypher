// Who holds which position
// Persons with their positions in states and organisations: what documents say, with the sentence, and what the
// reference data lists ("reference", with its source).
// $body = "" (optional Actor) only positions in this state or organisation
// $person = "" (optional Person) only this person
// $at = "" (optional date) only positions held at this date, where dates are known
// $role = "" (text) only positions with this title in their name ("minister"); "" for all
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=person what=role when=since
// asks: $person? #role HOLDS_POSITION_IN? hold|serve|become|current|office? $body?
// asks: position|office|post|role|job|title HOLDS_POSITION_IN? hold|have|serve|occupy? $person? $body?
// asks: HOLDS_POSITION_IN $person? $body?
CALL () {
  MATCH (person:Person)<-[:SUBJECT]-(claim:Claim {predicate: "HOLDS_POSITION_IN"})-[:OBJECT]->(body:Actor)
  WHERE claim.confidence >= $minConfidence
    AND ($body = "" OR body.key = $body) AND ($person = "" OR person.key = $person)
    AND ($role = "" OR toLower(claim.role) CONTAINS toLower($role))
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(document:Document)
  WITH *, coalesce(claim.date, document.published) AS heldAt
  WHERE $at = "" OR heldAt STARTS WITH $at OR $at STARTS WITH heldAt
  WITH * ORDER BY claim.confidence DESC, document.published, claim.key
  WITH person, body, claim.role AS role, claim.polarity AS polarity, claim.modality AS modality, heldAt,
       count(DISTINCT document) AS documents, collect({claim: claim, sentence: sentence, document: document})[0] AS best
  RETURN person, body, role, "document" AS basis,
         CASE WHEN polarity = "negated" THEN "no longer or not" ELSE modality END AS status,
         heldAt AS since, null AS until, documents, best.sentence.text AS evidence, best.document.title AS document,
         best.document.publisher AS publisher, best.document.published AS published,
         coalesce(best.document.url, best.document.paths[0]) AS source, best.claim.confidence AS confidence,
         best.claim.key AS claimKey, best.sentence.key AS sentenceKey
  UNION ALL
  MATCH (person:Person)-[fact:HOLDS_POSITION_IN {origin: "reference"}]->(body:Actor)
  WHERE ($body = "" OR body.key = $body) AND ($person = "" OR person.key = $person)
    AND ($role = "" OR toLower(fact.role) CONTAINS toLower($role))
    AND ($at = ""
         OR ((fact.since IS NULL OR fact.since <= $at OR fact.since STARTS WITH $at)
             AND (fact.until IS NULL OR $at < fact.until OR $at STARTS WITH fact.until)))
  RETURN person, body, fact.role AS role, "reference" AS basis, "actual" AS status, fact.since AS since,
         fact.until AS until, 0 AS documents, null AS evidence, null AS document, null AS publisher, null AS published,
         fact.source AS source, null AS confidence, null AS claimKey, null AS sentenceKey
}
RETURN person.name AS person,
       role,
       body.name AS body,
       basis,
       status,
       since,
       until,
       documents,
       evidence,
       document,
       publisher,
       published,
       source,
       confidence,
       person.key AS personKey,
       body.key AS bodyKey,
       claimKey,
       sentenceKey
ORDER BY body, bodyKey, person, personKey, basis, since, role, status, claimKey;
