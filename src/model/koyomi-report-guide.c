#include "koyomi-report-guide.h"

#include <string.h>

/* More people than this make a leak reportable by themselves: Rules of the APPI, article 7 (4). */
#define APPI_PEOPLE 1000

typedef struct
{
  const char         *id;         /* as the answer is stored */
  KoyomiQuestionKind  kind;
  int                 field;      /* of the incident, from which a yes is taken over; 0 for none */
  const char         *question;
  const char         *help;       /* (nullable) */
  const char         *if_yes;     /* what a reason says of the answer */
  const char         *if_no;
} Question;

enum { APPI_DATA, APPI_ENCRYPTED, APPI_PROCESSOR, APPI_SENSITIVE, APPI_HARM, APPI_UNLAWFUL, APPI_PEOPLE_COUNT, N_APPI };
enum { GDPR_HOLDS, GDPR_BREACH, GDPR_UNLIKELY, GDPR_HIGH, GDPR_PROTECTED, N_GDPR };
enum { NIS2_HOLDS, NIS2_DISRUPTION, NIS2_OTHERS, N_NIS2 };
enum { DORA_HOLDS, DORA_CRITICAL, DORA_ACCESS, DORA_THRESHOLDS, N_DORA };
enum { GENERIC_HOLDS, GENERIC_HAPPENED, N_GENERIC };

static const Question appi[N_APPI] = {
  [APPI_DATA] = { "data", KOYOMI_QUESTION_YES_NO, 0,
    N_("Was personal data leaked, lost or damaged, or is that likely?"),
    N_("Likely counts as well: a PC with the data was infected, or somebody could have read it."),
    N_("personal data"), N_("no personal data") },
  [APPI_ENCRYPTED] = { "encrypted", KOYOMI_QUESTION_YES_NO, 0,
    N_("Was the data protected so that nobody else can read it?"),
    N_("Strong encryption whose key was not taken. Such data need not be reported."),
    N_("data that nobody else can read"), N_("data that can be read") },
  [APPI_PROCESSOR] = { "processor", KOYOMI_QUESTION_YES_NO, 0,
    N_("Do you only handle the data for somebody else?"),
    N_("Then telling the principal promptly releases you from your own report, once you have done so."),
    N_("data handled for a principal"), N_("data of our own") },
  [APPI_SENSITIVE] = { "sensitive", KOYOMI_QUESTION_YES_NO, KOYOMI_INCIDENT_SENSITIVE_DATA,
    N_("Does it hold sensitive data?"),
    N_("Health, criminal record, creed and the like. One person is enough."),
    N_("sensitive data"), N_("no sensitive data") },
  [APPI_HARM] = { "harm", KOYOMI_QUESTION_YES_NO, KOYOMI_INCIDENT_FINANCIAL_HARM,
    N_("Could people lose money by its misuse?"),
    N_("Card numbers, or sign-in data of a service with payment. One person is enough."),
    N_("risk of financial harm"), N_("no risk of financial harm") },
  [APPI_UNLAWFUL] = { "unlawful", KOYOMI_QUESTION_YES_NO, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE,
    N_("May it have been done with an unlawful purpose?"),
    N_("Unauthorised access, ransomware, theft, taking away by staff. One person is enough; the final report then has 60 days."),
    N_("unlawful purpose"), N_("no unlawful purpose") },
  [APPI_PEOPLE_COUNT] = { "people", KOYOMI_QUESTION_NUMBER, KOYOMI_INCIDENT_PEOPLE_AFFECTED,
    N_("How many people does the data concern?"),
    N_("More than 1,000 must be reported for that alone."),
    N_("more than 1,000 people"), N_("1,000 people or fewer") },
};

static const Question gdpr[N_GDPR] = {
  [GDPR_HOLDS] = { "holds", KOYOMI_QUESTION_YES_NO, 0,
    N_("Does the GDPR hold for the data?"),
    N_("An establishment in the EU, or goods, services or monitoring for people who are there."),
    N_("data under the GDPR"), N_("the GDPR does not hold") },
  [GDPR_BREACH] = { "breach", KOYOMI_QUESTION_YES_NO, 0,
    N_("Was personal data destroyed, lost, altered, disclosed or accessed?"), NULL,
    N_("personal data breach"), N_("no personal data breach") },
  [GDPR_UNLIKELY] = { "unlikely", KOYOMI_QUESTION_YES_NO, 0,
    N_("Is a risk to people unlikely?"),
    N_("Only then need the authority not be told. Write down why."),
    N_("a risk to people is unlikely"), N_("a risk to people is possible") },
  [GDPR_HIGH] = { "high", KOYOMI_QUESTION_YES_NO, 0,
    N_("Is the risk to people high?"), NULL,
    N_("high risk to people"), N_("no high risk to people") },
  [GDPR_PROTECTED] = { "protected", KOYOMI_QUESTION_YES_NO, 0,
    N_("Was the data unreadable to others, or has the high risk been removed since?"),
    N_("Then the people themselves need not be told."),
    N_("the data was unreadable or the risk removed"), N_("the data was readable") },
};

static const Question nis2[N_NIS2] = {
  [NIS2_HOLDS] = { "holds", KOYOMI_QUESTION_YES_NO, 0,
    N_("Is the company, or one of its group, an essential or important entity under NIS2?"), NULL,
    N_("essential or important entity"), N_("no entity under NIS2") },
  [NIS2_DISRUPTION] = { "disruption", KOYOMI_QUESTION_YES_NO, 0,
    N_("Has it caused, or can it cause, severe disruption of services or financial loss?"), NULL,
    N_("severe disruption or loss"), N_("no severe disruption or loss") },
  [NIS2_OTHERS] = { "others", KOYOMI_QUESTION_YES_NO, 0,
    N_("Has it done, or can it do, considerable damage to others?"),
    N_("Material or not, to any person or company."),
    N_("considerable damage to others"), N_("no considerable damage to others") },
};

static const Question dora[N_DORA] = {
  [DORA_HOLDS] = { "holds", KOYOMI_QUESTION_YES_NO, 0,
    N_("Is the company, or one of its group, a financial entity under DORA?"), NULL,
    N_("financial entity"), N_("no financial entity under DORA") },
  [DORA_CRITICAL] = { "critical", KOYOMI_QUESTION_YES_NO, 0,
    N_("Are critical services affected?"),
    N_("Critical or important functions, or services that need an authorisation."),
    N_("critical services affected"), N_("no critical service affected") },
  [DORA_ACCESS] = { "access", KOYOMI_QUESTION_YES_NO, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE,
    N_("Was there malicious access that may lead to data losses?"), NULL,
    N_("malicious access"), N_("no malicious access") },
  [DORA_THRESHOLDS] = { "thresholds", KOYOMI_QUESTION_YES_NO, 0,
    N_("Are two or more of the thresholds reached?"),
    N_("Clients and transactions, reputation, duration, two or more member states, data losses, costs of over 100,000 euros."),
    N_("two or more thresholds reached"), N_("fewer than two thresholds reached") },
};

static const Question generic[N_GENERIC] = {
  [GENERIC_HOLDS] = { "holds", KOYOMI_QUESTION_YES_NO, 0,
    N_("Does this duty hold for the company?"), NULL,
    N_("the duty holds for us"), N_("the duty does not hold for us") },
  [GENERIC_HAPPENED] = { "happened", KOYOMI_QUESTION_YES_NO, 0,
    N_("Has what the duty is about happened?"), NULL,
    N_("its trigger has happened"), N_("its trigger has not happened") },
};

static const struct
{
  const char     *name;
  const char     *prefix;      /* of the codes of the clocks */
  const Question *questions;
  guint           n_questions;
} guides[KOYOMI_N_REPORT_GUIDES] = {
  [KOYOMI_REPORT_GUIDE_APPI] = { N_("Act on the Protection of Personal Information"), "jp_appi_", appi, N_APPI },
  [KOYOMI_REPORT_GUIDE_GDPR] = { N_("GDPR"), "eu_gdpr_", gdpr, N_GDPR },
  [KOYOMI_REPORT_GUIDE_NIS2] = { N_("NIS2"), "eu_nis2_", nis2, N_NIS2 },
  [KOYOMI_REPORT_GUIDE_DORA] = { N_("DORA"), "eu_dora_", dora, N_DORA },
  [KOYOMI_REPORT_GUIDE_GENERIC] = { N_("Reporting duty"), NULL, generic, N_GENERIC },
};

/* The guide by which the clock is decided; the clocks of one law are decided together. */
KoyomiReportGuide
koyomi_report_guide_of (KoyomiRecord *clock)
{
  const char *code = koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE);

  for (guint i = 0; i < KOYOMI_REPORT_GUIDE_GENERIC; i++)
    if (g_str_has_prefix (code, guides[i].prefix))
      return i;

  return KOYOMI_REPORT_GUIDE_GENERIC;
}

const char *
koyomi_report_guide_get_name (KoyomiReportGuide self,
                              KoyomiLanguage    language)
{
  g_return_val_if_fail (self < KOYOMI_N_REPORT_GUIDES, NULL);

  return koyomi_tr (language, guides[self].name);
}

guint
koyomi_report_guide_get_n_questions (KoyomiReportGuide self)
{
  g_return_val_if_fail (self < KOYOMI_N_REPORT_GUIDES, 0);

  return guides[self].n_questions;
}

KoyomiQuestionKind
koyomi_report_guide_get_kind (KoyomiReportGuide self,
                              guint             question)
{
  g_return_val_if_fail (question < koyomi_report_guide_get_n_questions (self), KOYOMI_QUESTION_YES_NO);

  return guides[self].questions[question].kind;
}

const char *
koyomi_report_guide_get_question (KoyomiReportGuide self,
                                  guint             question,
                                  KoyomiLanguage    language)
{
  g_return_val_if_fail (question < koyomi_report_guide_get_n_questions (self), NULL);

  return koyomi_tr (language, guides[self].questions[question].question);
}

/* Returns: (nullable) */
const char *
koyomi_report_guide_get_help (KoyomiReportGuide self,
                              guint             question,
                              KoyomiLanguage    language)
{
  g_return_val_if_fail (question < koyomi_report_guide_get_n_questions (self), NULL);

  return guides[self].questions[question].help != NULL ? koyomi_tr (language, guides[self].questions[question].help) : NULL;
}

/* A number of people is answered yes above the limit of the question. */
void
koyomi_report_answers_set_number (KoyomiReportAnswers *self,
                                  guint                question,
                                  gint64               number)
{
  g_return_if_fail (koyomi_report_guide_get_kind (self->guide, question) == KOYOMI_QUESTION_NUMBER);

  self->people = number;
  self->answers[question] = number < 0 ? KOYOMI_ANSWER_UNKNOWN : number > APPI_PEOPLE ? KOYOMI_ANSWER_YES : KOYOMI_ANSWER_NO;
}

/**
 * koyomi_report_answers_start:
 * @incident: (nullable): what it says already is taken over. A box that is not ticked is no answer.
 */
KoyomiReportAnswers
koyomi_report_answers_start (KoyomiReportGuide  guide,
                             KoyomiRecord      *incident)
{
  KoyomiReportAnswers self = { .guide = guide, .people = -1 };

  for (guint i = 0; incident != NULL && i < guides[guide].n_questions; i++)
    {
      const Question *question = &guides[guide].questions[i];

      if (question->field == 0)
        continue;

      if (question->kind == KOYOMI_QUESTION_NUMBER)
        koyomi_report_answers_set_number (&self, i, koyomi_record_is_none (incident, question->field)
                                                      ? -1 : koyomi_record_get_int (incident, question->field));
      else if (koyomi_record_get_int (incident, question->field) != 0)
        self.answers[i] = KOYOMI_ANSWER_YES;
    }

  return self;
}

/* Writes into the incident what the answers tell of it. */
void
koyomi_report_answers_store (const KoyomiReportAnswers *self,
                             KoyomiRecord              *incident)
{
  for (guint i = 0; i < guides[self->guide].n_questions; i++)
    {
      const Question *question = &guides[self->guide].questions[i];
      gint64 value = question->kind == KOYOMI_QUESTION_NUMBER ? self->people : self->answers[i] == KOYOMI_ANSWER_YES;

      if (question->field == 0 || self->answers[i] == KOYOMI_ANSWER_UNKNOWN || koyomi_record_get_int (incident, question->field) == value)
        continue;

      /* Access may have been malicious whatever DORA asks. */
      if (self->guide == KOYOMI_REPORT_GUIDE_APPI || value)
        koyomi_record_set_int (incident, question->field, value);
    }
}

static void
parse_answer (KoyomiReportAnswers *self,
              const char          *id,
              const char          *value)
{
  for (guint i = 0; i < guides[self->guide].n_questions; i++)
    {
      const Question *question = &guides[self->guide].questions[i];

      if (strcmp (question->id, id) != 0)
        continue;

      if (question->kind == KOYOMI_QUESTION_NUMBER)
        koyomi_report_answers_set_number (self, i, g_ascii_strtoll (value, NULL, 10));
      else
        self->answers[i] = strcmp (value, "yes") == 0 ? KOYOMI_ANSWER_YES
                         : strcmp (value, "no") == 0 ? KOYOMI_ANSWER_NO : KOYOMI_ANSWER_UNKNOWN;
    }
}

/* Reads what koyomi_report_answers_format() wrote. Words of questions that there are no more are left out. */
KoyomiReportAnswers
koyomi_report_answers_parse (KoyomiReportGuide  guide,
                             const char        *text)
{
  KoyomiReportAnswers self = { .guide = guide, .people = -1 };
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], "=", 2);

      if (pair[0] != NULL && pair[1] != NULL)
        parse_answer (&self, pair[0], pair[1]);
    }

  return self;
}

/* As it is stored: “data=yes people=1204”. What was not answered is left out. */
char *
koyomi_report_answers_format (const KoyomiReportAnswers *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < guides[self->guide].n_questions; i++)
    {
      const Question *question = &guides[self->guide].questions[i];

      if (self->answers[i] == KOYOMI_ANSWER_UNKNOWN)
        continue;

      g_string_append_printf (text, "%s%s=", text->len > 0 ? " " : "", question->id);
      if (question->kind == KOYOMI_QUESTION_NUMBER)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, self->people);
      else
        g_string_append (text, self->answers[i] == KOYOMI_ANSWER_YES ? "yes" : "no");
    }

  return g_string_free (text, FALSE);
}

static KoyomiAnswer
negate (KoyomiAnswer answer)
{
  return answer == KOYOMI_ANSWER_UNKNOWN ? answer : answer == KOYOMI_ANSWER_YES ? KOYOMI_ANSWER_NO : KOYOMI_ANSWER_YES;
}

static KoyomiAnswer
both (KoyomiAnswer a,
      KoyomiAnswer b)
{
  if (a == KOYOMI_ANSWER_NO || b == KOYOMI_ANSWER_NO)
    return KOYOMI_ANSWER_NO;

  return a == KOYOMI_ANSWER_YES && b == KOYOMI_ANSWER_YES ? KOYOMI_ANSWER_YES : KOYOMI_ANSWER_UNKNOWN;
}

static KoyomiAnswer
either (KoyomiAnswer a,
        KoyomiAnswer b)
{
  return negate (both (negate (a), negate (b)));
}

static KoyomiAnswer
judge_appi (const KoyomiAnswer *answers,
            const char         *code)
{
  KoyomiAnswer trigger = either (either (answers[APPI_SENSITIVE], answers[APPI_HARM]),
                                 either (answers[APPI_UNLAWFUL], answers[APPI_PEOPLE_COUNT]));
  KoyomiAnswer reportable = both (both (answers[APPI_DATA], negate (answers[APPI_ENCRYPTED])), trigger);
  KoyomiAnswer own = both (reportable, negate (answers[APPI_PROCESSOR]));

  if (strcmp (code, "jp_appi_processor") == 0)
    return both (reportable, answers[APPI_PROCESSOR]);
  if (strcmp (code, "jp_appi_final") == 0)
    return both (own, negate (answers[APPI_UNLAWFUL]));
  if (strcmp (code, "jp_appi_final_unlawful") == 0)
    return both (own, answers[APPI_UNLAWFUL]);

  return own;
}

static KoyomiAnswer
judge_gdpr (const KoyomiAnswer *answers,
            const char         *code)
{
  KoyomiAnswer breach = both (answers[GDPR_HOLDS], answers[GDPR_BREACH]);

  if (strcmp (code, "eu_gdpr_subject") == 0)
    return both (breach, both (answers[GDPR_HIGH], negate (answers[GDPR_PROTECTED])));

  return both (breach, negate (answers[GDPR_UNLIKELY]));
}

static KoyomiAnswer
judge (const KoyomiReportAnswers *self,
       const char                *code)
{
  const KoyomiAnswer *answers = self->answers;

  switch (self->guide)
    {
    case KOYOMI_REPORT_GUIDE_APPI:
      return judge_appi (answers, code);

    case KOYOMI_REPORT_GUIDE_GDPR:
      return judge_gdpr (answers, code);

    case KOYOMI_REPORT_GUIDE_NIS2:
      return both (answers[NIS2_HOLDS], either (answers[NIS2_DISRUPTION], answers[NIS2_OTHERS]));

    case KOYOMI_REPORT_GUIDE_DORA:
      return both (both (answers[DORA_HOLDS], answers[DORA_CRITICAL]), either (answers[DORA_ACCESS], answers[DORA_THRESHOLDS]));

    case KOYOMI_REPORT_GUIDE_GENERIC:
    default:
      return both (answers[GENERIC_HOLDS], answers[GENERIC_HAPPENED]);
    }
}

/* What the answers come to for the clock. What is not known leaves it open only where it matters. */
KoyomiJudgement
koyomi_report_answers_judge (const KoyomiReportAnswers *self,
                             KoyomiRecord              *clock)
{
  switch (judge (self, koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE)))
    {
    case KOYOMI_ANSWER_YES:
      return KOYOMI_JUDGEMENT_APPLIES;

    case KOYOMI_ANSWER_NO:
      return KOYOMI_JUDGEMENT_NOT_APPLICABLE;

    case KOYOMI_ANSWER_UNKNOWN:
    default:
      return KOYOMI_JUDGEMENT_OPEN;
    }
}

/* What a person may begin the reason with: all that was answered, in a few words. */
char *
koyomi_report_answers_dup_reason (const KoyomiReportAnswers *self,
                                  KoyomiLanguage             language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < guides[self->guide].n_questions; i++)
    {
      const Question *question = &guides[self->guide].questions[i];
      const char *words = self->answers[i] == KOYOMI_ANSWER_YES ? question->if_yes : question->if_no;

      if (self->answers[i] == KOYOMI_ANSWER_UNKNOWN)
        continue;

      if (text->len > 0)
        g_string_append (text, koyomi_tr (language, N_(", ")));
      g_string_append (text, koyomi_tr (language, words));
    }

  return g_string_free (text, FALSE);
}
