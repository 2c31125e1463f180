// Who holds which position
// Persons with their positions in states and organisations: what documents say, with the sentence, and what the
// reference data lists ("reference", with its source), the latest first. Since when and until when only the reference data
// tells; "date" is the day for which a document says so, if it gives one: when it was published tells nothing of it. Held
// "at some time" is what no date is given for and no term covers that is known. Of those whom no document names only the
// holders of a position, or in a body, that is asked for.
// $body = "" (optional Actor) only positions in this state or organisation
// $person = "" (optional Person) only this person
// $at = "" (optional date) only positions held at this date, and of what documents say only what they date
// $from = "" (optional date) only positions held on or after this date, and of what documents say only what they date
// $to = "" (optional date) only positions held on or before this date, and of what documents say only what they date
// $role = "" (text) only positions with this title in their name ("minister"); "" for all
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=person what=role when=since
// asks: $person? #role HOLDS_POSITION_IN? hold|serve|become|current|office|position|post|occupy|run|act|role|lead|
//   head|govern|rule? $body?
// asks: position|office|post|role|job|title|rank|portfolio|function|capacity|appointment|living|mandate|official|duty|
//   responsibility HOLDS_POSITION_IN? hold|have|serve|occupy|do|exercise|fill|name|be|carry|
//   leave|ascribe|attribute|quit|resign|retire|end|start|begin|take|term|tenure|until|since? $person? $body?
// asks: HOLDS_POSITION_IN $person? $body? boss|chief|head|leader|lead|official|charge|top|office|helm?
// asks: [who] be $person
CALL () {
  MATCH (claim:Claim {predicate: "HOLDS_POSITION_IN"})
  USING INDEX claim:Claim(predicate)
  WHERE claim.confidence >= $minConfidence AND ($role = "" OR toLower(claim.role) CONTAINS toLower($role))
  MATCH (claim)-[:SUBJECT]->(person:Person)
  WHERE $person = "" OR person.key = $person
  MATCH (claim)-[:OBJECT]->(body:Actor)
  WHERE $body = "" OR body.key = $body
  WITH person, body, claim
  WHERE ($at = "" OR claim.date STARTS WITH $at OR $at STARTS WITH claim.date)
    AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date)
    AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
  MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  // The least of these lists is that of the best claim: the surest, else the earliest.
  WITH person, body, claim.role AS role, claim.polarity AS polarity, claim.modality AS modality, claim.date AS date,
       count(DISTINCT article) AS documents,
       min([-claim.confidence, coalesce(article.published, "~"), claim.key])[2] AS key
  RETURN person, body, role, "document" AS basis,
         CASE WHEN polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[modality]
              WHEN toLower(role) STARTS WITH "former" THEN "former"
              ELSE modality END AS status,
         null AS since, null AS until, date, documents, key, null AS factSource
  UNION ALL
  MATCH (person:Person)-[fact:HOLDS_POSITION_IN {origin: "reference"}]->(body:Actor)
  WHERE ($body = "" OR body.key = $body) AND ($person = "" OR person.key = $person)
    AND ($role = "" OR toLower(fact.role) CONTAINS toLower($role))
    AND ($body <> "" OR $person <> "" OR $role <> "" OR EXISTS { (:Sentence)-[:MENTIONS]->(person) })
    AND ($at = ""
         OR ((fact.since IS NULL OR fact.since <= $at OR fact.since STARTS WITH $at)
             AND (fact.until IS NULL OR $at < fact.until OR $at STARTS WITH fact.until)))
    AND ($from = "" OR fact.until IS NULL OR fact.until > $from OR ($from STARTS WITH fact.until AND size(fact.until) < 10))
    AND ($to = "" OR fact.since IS NULL OR fact.since <= $to OR fact.since STARTS WITH $to)
  RETURN person, body, fact.role AS role, "reference" AS basis, "actual" AS status, fact.since AS since,
         fact.until AS until, null AS date, 0 AS documents, null AS key, fact.source AS factSource
}
WITH *, coalesce(since, date, "") AS order ORDER BY body.name, body.key, order DESC, person.name, person.key, basis, role, status, key LIMIT toInteger($limit)
OPTIONAL MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN person.name AS person,
       role,
       body.name AS body,
       basis,
       CASE WHEN claim IS NOT NULL AND date IS NULL AND status = "actual" AND article.published IS NOT NULL
                 AND EXISTS { (person)-[:HOLDS_POSITION_IN {origin: "reference"}]->(body) }
                 AND NOT EXISTS {
                   MATCH (person)-[fact:HOLDS_POSITION_IN {origin: "reference"}]->(body)
                   WITH coalesce(fact.since, "0000-01-01") AS begin, coalesce(fact.until, "9999-12-31") AS end
                   WHERE (begin <= article.published OR begin STARTS WITH article.published)
                     AND (article.published < end OR (article.published STARTS WITH end AND size(end) < 10))
                   RETURN begin
                 }
            THEN "at some time" ELSE status END AS status,
       since,
       until,
       date,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(factSource, article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       person.key AS personKey,
       body.key AS bodyKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY body, bodyKey, order DESC, person, personKey, basis, role, status, claimKey;
