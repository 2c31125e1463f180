// Who spoke for whom
// Speakers and the actors of whom their words are reported, with each statement and its sentence. "for" says that the
// speaker held a post in the actor then, "about" that no such post is known. "Then" is the date of the
// document, else of the claim: what somebody speaks of may be long past or to come.
// $speaker = "" (optional Actor) only this speaker
// $actor = "" (optional Actor) only what is said of this actor, or said for another by who held a post in this one then, too
// $object = "" (optional Entity) only what is said about this
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=speaker what=object when=date
// asks: [who|list|which|what|yes|how-many|how-often] speak|spokesperson|spokesman|spokeswoman|voice|speaker|mouthpiece|behalf|word+for|quote|
//   talk|talking|spokespeople $speaker? for:$actor? on:$object? behalf|statement|act|make|comment|name|do|own|index|overview|
//   quote|people|front|say|report?
// asks: [what|which|list|how|when|where|how-often|yes] say|claim|attribute|ascribe|quote|quotation|statement|remark|declare|comment|
//   announce|word|utterance|mention|tell|express|utter|quoting|remarks|pronouncement|speech|soundbite|talk|speak|
//   opine|statements behalf|make|own|word|public|be|lately|so|issue|quote|far|exactly|get|on|record|come? $speaker
//   on:$object?
// asks: [what|which|list|who|how] say|claim|declare|comment|announce|tell|state for:$actor on:$object?
// asks: [what|which|list|how] say|claim|declare|comment|announce|tell|state Person $speaker! for:$actor on:$object?
// asks: [what|which|list|how] line|position|stance|view|opinion|attitude|message|word|comment|remark|say Person $speaker on:$object
// asks: [what|when|where|how] state $speaker own|word|public|be|so?
MATCH (speaker:Entity)
USING INDEX speaker:Entity(name)
WHERE speaker.name IS NOT NULL AND speaker:Actor AND ($speaker = "" OR speaker.key = $speaker)
WITH speaker, speaker.name AS speakerName, speaker.key AS speakerKey ORDER BY speakerName, speakerKey
CALL (speaker) {
  MATCH (speaker)<-[:ATTRIBUTED_TO]-(claim:Claim)-[:SUBJECT]->(actor:Actor)
  WHERE claim.confidence >= $minConfidence AND speaker <> actor
    AND ($actor = "" OR actor.key = $actor OR EXISTS { (speaker)-[:HOLDS_POSITION_IN]->(:Actor {key: $actor}) })
  MATCH (claim)-[:OBJECT]->(object:Entity)
  WHERE $object = "" OR object.key = $object
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  WITH claim, actor, object, sentence, article, speaker AS one, coalesce(article.published, claim.date) AS heldOn,
       [actor.key, $actor] AS bodies
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
  WITH *, any(post IN serves WHERE post.body = actor.key) AS isFor
  WHERE $actor = "" OR actor.key = $actor OR (isFor AND any(post IN serves WHERE post.body = $actor))
  RETURN claim, actor, object, sentence, article, CASE WHEN isFor THEN "for" ELSE "about" END AS spoke,
         coalesce(claim.date, "no date known") AS date
}
WITH *
ORDER BY speakerName, speakerKey, spoke DESC, actor.name, actor.key, date, article.key, sentence.index, claim.key
LIMIT toInteger($limit)
RETURN speakerName AS speaker,
       spoke,
       actor.name AS actor,
       CASE claim.polarity WHEN "negated" THEN "not " ELSE "" END + claim.predicate AS predicate,
       object.name AS object,
       claim.modality AS modality,
       date,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       speakerKey,
       actor.key AS actorKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY speaker, speakerKey, spoke DESC, actor, actorKey, date, article.key, sentence.index, claimKey;
