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
  WITH DISTINCT actor, claim, object, actor AS one, coalesce(claim.date, article.published) AS heldOn, [$subject] AS bodies
  CALL (one, bodies) {
    // Which posts somebody holds or held: those of the reference data, and in these bodies what documents tell of as no former one.
    MATCH (one)-[post:HOLDS_POSITION_IN]->(body:Actor)
    WHERE post.origin = "reference" OR (body.key IN bodies AND EXISTS {
      MATCH (told:Claim {statement: one.key + " HOLDS_POSITION_IN " + body.key})
      USING INDEX told:Claim(statement)
      WHERE told.polarity = "affirmed" AND told.modality = "actual" AND NOT toLower(coalesce(told.role, "")) STARTS WITH "former"
      RETURN told
    })
    WITH body, post ORDER BY post.role
    RETURN collect({body: body.key, isState: body:State, isKnown: post.origin = "reference", role: coalesce(post.role, "told by documents"),
                    since: coalesce(post.since, "0000-01-01"), until: coalesce(post.until, "9999-12-31")}) AS posts
  }
  // Whom somebody serves that day: by the known terms, else by what documents tell where no term is known. Whoever has a known
  // post elsewhere that day serves no other state.
  WITH *, [post IN posts WHERE post.isKnown AND (heldOn IS NULL OR ((post.since <= heldOn OR post.since STARTS WITH heldOn)
      AND (heldOn < post.until OR (heldOn STARTS WITH post.until AND size(post.until) < 10))))] AS held
  WITH *, [post IN held WHERE post.body IN bodies] + [post IN posts WHERE NOT post.isKnown AND (NOT post.isState OR held = [])
      AND none(other IN posts WHERE other.isKnown AND other.body = post.body)] AS serves
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
