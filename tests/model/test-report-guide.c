#include "koyomi-clock-table.h"
#include "koyomi-report-draft.h"
#include "koyomi-report-guide.h"

#include <string.h>

typedef struct
{
  const char      *answers;
  const char      *code;
  KoyomiJudgement  judgement;
} Case;

#define APPLIES KOYOMI_JUDGEMENT_APPLIES
#define NOT KOYOMI_JUDGEMENT_NOT_APPLICABLE
#define OPEN KOYOMI_JUDGEMENT_OPEN

static const Case cases[] = {
  /* APPI: each of the four triggers is enough, and none alone rules it out. */
  { "data=yes encrypted=no processor=no sensitive=yes harm=no unlawful=no people=1", "jp_appi_prelim", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=no harm=yes unlawful=no people=1", "jp_appi_prelim", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=no harm=no unlawful=yes people=1", "jp_appi_prelim", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=no harm=no unlawful=no people=1001", "jp_appi_prelim", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=no harm=no unlawful=no people=1000", "jp_appi_prelim", NOT },
  { "data=yes encrypted=no processor=no sensitive=no harm=no unlawful=no", "jp_appi_prelim", OPEN },
  { "data=yes encrypted=no processor=no sensitive=no harm=no people=1", "jp_appi_prelim", OPEN },
  { "data=no", "jp_appi_prelim", NOT },
  { "data=yes encrypted=yes sensitive=yes", "jp_appi_prelim", NOT },
  { "sensitive=yes", "jp_appi_prelim", OPEN },
  { "", "jp_appi_prelim", OPEN },
  { "data=yes encrypted=no processor=no sensitive=yes unlawful=no", "jp_appi_final", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=yes unlawful=no", "jp_appi_final_unlawful", NOT },
  { "data=yes encrypted=no processor=no sensitive=yes unlawful=yes", "jp_appi_final", NOT },
  { "data=yes encrypted=no processor=no sensitive=yes unlawful=yes", "jp_appi_final_unlawful", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=yes", "jp_appi_final", OPEN },
  { "data=yes encrypted=no processor=no sensitive=yes", "jp_appi_subject", APPLIES },
  { "data=yes encrypted=no processor=no sensitive=yes", "jp_appi_processor", NOT },
  { "data=yes encrypted=no processor=yes sensitive=yes", "jp_appi_processor", APPLIES },
  { "data=yes encrypted=no processor=yes sensitive=yes", "jp_appi_prelim", NOT },

  { "holds=yes breach=yes unlikely=no", "eu_gdpr_authority", APPLIES },
  { "holds=yes breach=yes unlikely=yes", "eu_gdpr_authority", NOT },
  { "holds=no", "eu_gdpr_authority", NOT },
  { "holds=yes breach=yes", "eu_gdpr_authority", OPEN },
  { "holds=yes breach=yes unlikely=no", "eu_gdpr_subject", OPEN },
  { "holds=yes breach=yes unlikely=no high=yes protected=no", "eu_gdpr_subject", APPLIES },
  { "holds=yes breach=yes unlikely=no high=yes protected=yes", "eu_gdpr_subject", NOT },
  { "holds=yes breach=yes unlikely=no high=no", "eu_gdpr_subject", NOT },

  { "holds=yes disruption=no others=yes", "eu_nis2_warning", APPLIES },
  { "holds=yes disruption=yes", "eu_nis2_final", APPLIES },
  { "holds=yes disruption=no others=no", "eu_nis2_notice", NOT },
  { "holds=yes disruption=no", "eu_nis2_notice", OPEN },
  { "holds=no", "eu_nis2_notice", NOT },

  { "holds=yes critical=yes access=yes", "eu_dora_initial", APPLIES },
  { "holds=yes critical=yes access=no thresholds=yes", "eu_dora_initial_cap", APPLIES },
  { "holds=yes critical=yes access=no thresholds=no", "eu_dora_final", NOT },
  { "holds=yes critical=no access=yes", "eu_dora_initial", NOT },
  { "holds=yes access=yes", "eu_dora_initial", OPEN },

  { "holds=yes happened=yes", "us_sec_8k", APPLIES },
  { "holds=no", "jp_tse", NOT },
  { "holds=yes happened=no", "internal_exec", NOT },
  { "holds=yes", "own-1", OPEN },
};

static KoyomiRecord *
make_clock (const char *code)
{
  KoyomiRecord *clock = koyomi_record_new (KOYOMI_TABLE_CLOCK);

  koyomi_record_set_text (clock, KOYOMI_CLOCK_CODE, code);
  koyomi_record_set_text (clock, KOYOMI_CLOCK_REGIME, "Law");
  koyomi_record_set_text (clock, KOYOMI_CLOCK_STAGE, "Report");
  koyomi_clock_table_complete (clock);

  return clock;
}

static void
test_judges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) clock = make_clock (cases[i].code);
      KoyomiReportAnswers answers = koyomi_report_answers_parse (koyomi_report_guide_of (clock), cases[i].answers);
      g_autofree char *text = koyomi_report_answers_format (&answers);
      KoyomiJudgement judgement = koyomi_report_answers_judge (&answers, clock);

      if (judgement != cases[i].judgement)
        g_error ("%s by “%s” is judged %d, not %d", cases[i].code, cases[i].answers, judgement, cases[i].judgement);
      g_assert_cmpstr (text, ==, cases[i].answers);
    }
}

static void
test_takes_over (void)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  KoyomiReportAnswers answers = koyomi_report_answers_start (KOYOMI_REPORT_GUIDE_APPI, incident);
  g_autofree char *nothing = koyomi_report_answers_format (&answers);
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;

  g_assert_cmpstr (nothing, ==, "");

  koyomi_record_set_int (incident, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE, TRUE);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED, 0);
  answers = koyomi_report_answers_start (KOYOMI_REPORT_GUIDE_APPI, incident);
  text = koyomi_report_answers_format (&answers);
  g_assert_cmpstr (text, ==, "unlawful=yes people=0");

  reason = koyomi_report_answers_dup_reason (&answers, KOYOMI_LANGUAGE_EN);
  g_assert_cmpstr (reason, ==, "unlawful purpose, 1,000 people or fewer");
}

static void
test_every_question_is_told (void)
{
  for (guint guide = 0; guide < KOYOMI_N_REPORT_GUIDES; guide++)
    {
      g_assert_cmpuint (koyomi_report_guide_get_n_questions (guide), <=, KOYOMI_MAX_QUESTIONS);
      for (guint i = 0; i < koyomi_report_guide_get_n_questions (guide); i++)
        g_assert_cmpstr (koyomi_report_guide_get_question (guide, i, KOYOMI_LANGUAGE_JA), !=,
                         koyomi_report_guide_get_question (guide, i, KOYOMI_LANGUAGE_EN));
    }
}

/* The nine items of the Rules, article 8 (1). */
static void
test_nine_items (void)
{
  g_autoptr(KoyomiRecord) clock = make_clock ("jp_appi_final");
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autoptr(KoyomiRecord) row = koyomi_record_new (KOYOMI_TABLE_INCIDENT_ITEM);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(KoyomiReportDraft) empty = koyomi_report_draft_new (clock, incident, texts, KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiReportDraft) draft = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (empty->items->len, ==, 9);
  g_assert_cmpuint (empty->n_missing, ==, 9);

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_SUMMARY, "A list was sent to a stranger");
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_CAUSE, " ");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED, 0);
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_LESSONS, "Delay of sending");
  koyomi_record_set_text (row, KOYOMI_INCIDENT_ITEM_ITEM, "data_items");
  koyomi_record_set_text (row, KOYOMI_INCIDENT_ITEM_TEXT, "Names");
  g_ptr_array_add (texts, row);
  draft = koyomi_report_draft_new (clock, incident, texts, KOYOMI_LANGUAGE_EN);
  missing = koyomi_report_draft_name_missing (draft, KOYOMI_LANGUAGE_EN);
  text = koyomi_report_draft_format (draft, G_GINT64_CONSTANT (1795000000000), KOYOMI_LANGUAGE_EN);

  g_assert_cmpuint (draft->n_missing, ==, 5);
  g_assert_cmpstr (missing, ==, "Cause, Secondary damage, Response to the people affected, Publication, Other matters");
  g_assert_nonnull (strstr (text, "2. Kinds of data\nNames\n"));
  g_assert_nonnull (strstr (text, "3. Number of people\n0\n"));
  g_assert_nonnull (strstr (text, "4. Cause\n(not filled in)\n"));
}

/* Codes of the reference that nothing knows would be shown as they are written. */
static void
test_items_have_names (void)
{
  static const char * const codes[] = { "jp_appi_prelim", "jp_acd_prelim", "jp_fsa_month", "jp_tse", "jp_telecom_detail", "eu_gdpr_authority",
                                        "eu_gdpr_subject", "eu_nis2_warning", "eu_nis2_notice", "eu_nis2_final", "eu_dora_initial",
                                        "eu_dora_intermediate", "eu_dora_final", "eu_cra_warning", "eu_cra_notice", "eu_cra_final",
                                        "us_sec_8k", "us_nydfs", "internal_exec", "jp_fsa_first" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(KoyomiRecord) clock = make_clock (codes[i]);
      g_auto(GStrv) items = g_strsplit (koyomi_record_get_text (clock, KOYOMI_CLOCK_ITEMS), " ", -1);

      g_assert_cmpuint (g_strv_length (items), >, 0);
      for (guint j = 0; items[j] != NULL; j++)
        g_assert_cmpstr (koyomi_report_item_get_label (items[j], KOYOMI_LANGUAGE_EN), !=, items[j]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/report-guide/judges-by-the-answers", test_judges);
  g_test_add_func ("/model/report-guide/takes-over-what-the-incident-says", test_takes_over);
  g_test_add_func ("/model/report-guide/every-question-is-in-both-languages", test_every_question_is_told);
  g_test_add_func ("/model/report-draft/nine-items-of-the-appi", test_nine_items);
  g_test_add_func ("/model/report-draft/items-of-the-reference-have-names", test_items_have_names);

  return g_test_run ();
}
