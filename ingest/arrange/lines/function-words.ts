// The commonest words of running text (articles, pronouns, prepositions, auxiliaries), by language: closed classes of each
// language's grammar. Running text has many of them, menus and headlines few.
const byLanguage: Record<string, string> = {
  en: 'the a an of to in and that is was for on with as by at it he she they we i his her their its be are were has have had not but from this which who said will would been or about after when than more if there what so out up into no can one all also over could after before against during while where because being did does do you your',
  de: 'der die das und in zu den von mit ist des im für auf sich nicht ein eine dem als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde',
  fr: 'le la les de des du et à un une en que qui est dans pour pas au sur se ce il elle plus par ne avec sont son sa ses ont été cette mais nous vous aux comme ou leur lui',
  es: 'el la los las de del y a en un una que es por con no se su para al lo como más pero sus le ha este esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos',
  pt: 'o a os as de do da dos das e em um uma que é por com não se para no na mais como mas ao ele seu sua foi ou quando muito nos já eu também só pelo pela até isso',
  it: 'il lo la i gli le di del della e a in un una che è per con non si da dal al come più ma sono anche ha nel alla dei delle questo suo',
  nl: 'de het een en van in is op te dat met voor zijn niet aan er om ook als bij door naar maar uit dan worden nog wordt deze over heeft',
  ru: 'и в не на что с по как это он она они из у за к о от до но же для бы так его ее их был была было были мы вы я или при уже под том все если который которые также',
  sv: 'och i att det som en på är av för med den till inte om ett han har de var jag från vi men så sig hon kan eller vid ska efter',
  id: 'yang dan di ke dari ini itu dengan untuk pada adalah dalam tidak akan juga oleh karena ada sebagai saya kami kita mereka',
  pl: 'i w na z do się nie że to jest o jak po co ale od za przez dla był jego oraz tym który która są już',
}

/** Every word of the table, in lower case. */
export const functionWords: ReadonlySet<string> = new Set(
  Object.values(byLanguage).flatMap((words) => words.split(' ')),
)
