import all from "./messages.json";

export type Messages = (typeof all)["en"];

/** The messages nearest to a language tag ("pt-BR" → Portuguese); English when there are none. */
export function messagesFor(tag: string): { lang: string; text: Messages } {
  const lang = tag.toLowerCase().split("-")[0] ?? "";
  return lang in all ? { lang, text: all[lang as keyof typeof all] } : { lang: "en", text: all.en };
}
