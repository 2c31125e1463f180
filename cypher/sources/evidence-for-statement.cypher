// All evidence for a statement
// Every sentence that says, or denies, that one thing stands to another in some way: to follow a row of any report to
// all of its sources. A visit to a city, or what is held in one, counts for the state in which the reference data has it;
// an event that somebody attended who held a post in the subject then, at the date of the claim, else of the document,
// counts for the subject.
// $subject = "france" (Entity) the subject
// $object = "nato-liaison-office-tokyo" (Entity) the object
// $predicate = "" (text) only this predicate; "" for all
// answers: what=evidence when=date
// asks: [yes] $subject! *>predicate $object!
// asks: [yes|what|which|list|where|who|how] evidence|proof|source|sentence|prove|passage|ground|basis|back|confirm|show|
//   true|base|cite|attest|document|corroborate|testify|testimony|substantiate|record|reference|citation|footnote|
//   support|verify exist|find|claim|say|show|source|document|sentence|support|cite|attest|passage|prove|verify|
//   corroborate|testify|hold|affirm|deny|all? $subject! *>predicate $object!
// asks: [yes|what|which|list|where] evidence|proof $subject! $object!
MATCH (subject:Entity {key: $subject})
CALL (subject) {
  MATCH (subject)<-[:SUBJECT|OBJECT]-(claim:Claim)
  MATCH (claim)-[:SUBJECT|OBJECT]->(object:Entity {key: $object})
  WHERE EXISTS { (claim)-[:SUBJECT]->(subject) } OR claim.predicate IN ["MET_WITH", "PARTNER_OF", "COOPERATES_WITH"]
  RETURN subject AS actor, claim, object
UNION
  MATCH (subject)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object:Place)-[:LOCATED_IN {origin: "reference"}]->(:State {key: $object})
  WHERE claim.predicate IN ["VISITED", "HELD_IN"]
  RETURN subject AS actor, claim, object
UNION
  MATCH (subject)<-[:HOLDS_POSITION_IN]-(actor:Actor)<-[:SUBJECT]-(claim:Claim {predicate: "PARTICIPATED_IN"})-[:OBJECT]->(object:Event {key: $object})
  MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  WITH DISTINCT actor, claim, object, actor AS one, coalesce(claim.date, article.published) AS heldOn
  CALL (one, heldOn) {
    // Whom somebody serves that day: by the terms of the reference data; where none covers the day, and in bodies of which
    // they list no posts, by what documents say. What these call a former post is none.
    MATCH (one)-[post:HOLDS_POSITION_IN]->(body:Actor)
    WITH body, post, CASE post.origin WHEN "reference" THEN [post.role] ELSE COLLECT {
        MATCH (told:Claim {statement: one.key + " HOLDS_POSITION_IN " + body.key, polarity: "affirmed", modality: "actual"})
        WHERE NOT toLower(coalesce(told.role, "")) STARTS WITH "former"
        RETURN told.role AS role ORDER BY role LIMIT 1
      } END AS roles,
      coalesce(post.since, "0000-01-01") AS since, coalesce(post.until, "9999-12-31") AS until
    WHERE roles <> []
    WITH body, roles[0] AS role,
         CASE WHEN post.origin <> "reference" THEN -1
              WHEN heldOn IS NULL OR ((since <= heldOn OR since STARTS WITH heldOn)
                AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10))) THEN 1 ELSE 0 END AS isThen
    ORDER BY isThen DESC, role
    WITH body, max(isThen) AS isThen, collect(role)[0] AS role
    WITH collect({body: body.key, role: role, isThen: isThen,
                  isListed: EXISTS { (body)<-[:HOLDS_POSITION_IN {origin: "reference"}]-() }}) AS posts
    RETURN [post IN posts WHERE post.isThen = 1
              OR (post.isThen = -1 AND (NOT post.isListed OR none(other IN posts WHERE other.isThen = 1)))] AS serves
  }
  WITH actor, claim, object WHERE any(post IN serves WHERE post.body = $subject)
  RETURN actor, claim, object
}
WITH actor, claim, object WHERE $predicate = "" OR claim.predicate = $predicate
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN actor.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       claim.polarity AS polarity,
       claim.modality AS modality,
       claim.date AS date,
       claim.speaker AS speaker,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.start AS start,
       claim.end AS end,
       claim.rule AS rule,
       claim.confidence AS confidence,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY predicate, polarity, published, article.key, sentence.index, claimKey;
