#include "koyomi-finding.h"

#include "koyomi-day.h"

#include <string.h>

static const char * const needs[] = {
  "owner", "due", "cause", "action", "done-day", "verifier", "other-verifier", "verified-day", "verdict", "effect",
};

G_STATIC_ASSERT (G_N_ELEMENTS (needs) == KOYOMI_N_FINDING_NEEDS);

static const struct
{
  const char *word;
  int         field;
  const char *text;     /* NULL for a number */
  gint64      number;
} words[] = {
  { "owner", KOYOMI_FINDING_OWNER, "Ａda  Example", 0 },
  { "due", KOYOMI_FINDING_DUE_DAY, NULL, 740020 },
  { "cause", KOYOMI_FINDING_CAUSE, "No form", 0 },
  { "action", KOYOMI_FINDING_ACTION, "A form", 0 },
  { "done", KOYOMI_FINDING_DONE_DAY, NULL, 740010 },
  { "done-early", KOYOMI_FINDING_DONE_DAY, NULL, 739999 },
  { "verifier", KOYOMI_FINDING_VERIFIER, "Bob Sample", 0 },
  { "self", KOYOMI_FINDING_VERIFIER, "ada  example", 0 },
  { "verified", KOYOMI_FINDING_VERIFIED_DAY, NULL, 740010 },
  { "verified-early", KOYOMI_FINDING_VERIFIED_DAY, NULL, 740009 },
  { "yes", KOYOMI_FINDING_EFFECTIVE, NULL, KOYOMI_VERDICT_YES },
  { "no", KOYOMI_FINDING_EFFECTIVE, NULL, KOYOMI_VERDICT_NO },
};

static int
find_word (int         field,
           const char *nick)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_FINDING);

  return koyomi_field_find_word (&table->fields[KOYOMI_FIELD_INDEX (field)], nick);
}

static KoyomiRecord *
read_finding (const char *grade,
              const char *has)
{
  KoyomiRecord *finding = koyomi_record_new (KOYOMI_TABLE_FINDING);
  g_auto(GStrv) parts = g_strsplit (has, " ", -1);

  koyomi_record_set_int (finding, KOYOMI_FINDING_GRADE, find_word (KOYOMI_FINDING_GRADE, grade));
  koyomi_record_set_int (finding, KOYOMI_FINDING_FOUND_DAY, 740000);
  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      if (strcmp (words[j].word, parts[i]) == 0 && words[j].text != NULL)
        koyomi_record_set_text (finding, words[j].field, words[j].text);
      else if (strcmp (words[j].word, parts[i]) == 0)
        koyomi_record_set_int (finding, words[j].field, words[j].number);

  return finding;
}

static void
test_needs (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "finding-needs.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n_rows++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autoptr(KoyomiRecord) finding = read_finding (cells[1], cells[2]);
      g_autoptr(GArray) found = koyomi_finding_list_needs (finding, find_word (KOYOMI_FINDING_STATUS, cells[3]));
      g_autoptr(GString) told = g_string_new (NULL);

      g_test_message ("%s", cells[0]);
      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (told, "%s%s", j > 0 ? " " : "", needs[g_array_index (found, KoyomiFindingNeed, j)]);
      g_assert_cmpstr (told->str, ==, cells[4]);
    }
  g_assert_cmpuint (n_rows, ==, 18);
}

static void
test_states (void)
{
  static const struct
  {
    KoyomiFindingStatus status;
    KoyomiVerdict       effective;
    guint32             today;
    KoyomiFindingState  state;
    guint               late;
    const char         *told;
  } cases[] = {
    { KOYOMI_FINDING_STATUS_OPEN, KOYOMI_VERDICT_NONE, 740020, KOYOMI_FINDING_STATE_OPEN, 0, "Open" },
    { KOYOMI_FINDING_STATUS_OPEN, KOYOMI_VERDICT_NONE, 740021, KOYOMI_FINDING_STATE_LATE, 1, "1 day late" },
    { KOYOMI_FINDING_STATUS_DOING, KOYOMI_VERDICT_NONE, 740020, KOYOMI_FINDING_STATE_DOING, 0, "In progress" },
    { KOYOMI_FINDING_STATUS_DOING, KOYOMI_VERDICT_NONE, 740024, KOYOMI_FINDING_STATE_LATE, 4, "4 days late" },
    { KOYOMI_FINDING_STATUS_DONE, KOYOMI_VERDICT_NONE, 740024, KOYOMI_FINDING_STATE_VERIFY, 0, "Verify effect" },
    { KOYOMI_FINDING_STATUS_DONE, KOYOMI_VERDICT_NONE, 740053, KOYOMI_FINDING_STATE_VERIFY, 3, "Verify effect" },
    { KOYOMI_FINDING_STATUS_VERIFIED, KOYOMI_VERDICT_YES, 740060, KOYOMI_FINDING_STATE_EFFECTIVE, 0, "Effective" },
    { KOYOMI_FINDING_STATUS_CLOSED, KOYOMI_VERDICT_NO, 740060, KOYOMI_FINDING_STATE_INEFFECTIVE, 0, "Not effective" },
    { KOYOMI_FINDING_STATUS_CLOSED, KOYOMI_VERDICT_NONE, 740060, KOYOMI_FINDING_STATE_CLOSED, 0, "Closed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) finding = read_finding ("minor", "due");
      g_autofree char *told = NULL;

      koyomi_record_set_int (finding, KOYOMI_FINDING_EFFECT_DUE_DAY, 740050);
      koyomi_record_set_int (finding, KOYOMI_FINDING_STATUS, cases[i].status);
      koyomi_record_set_int (finding, KOYOMI_FINDING_EFFECTIVE, cases[i].effective);
      told = koyomi_finding_format_state (finding, cases[i].today, KOYOMI_LANGUAGE_EN);
      g_assert_cmpint (koyomi_finding_get_state (finding, cases[i].today), ==, cases[i].state);
      g_assert_cmpuint (koyomi_finding_get_late_days (finding, cases[i].today), ==, cases[i].late);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_numbers (void)
{
  KoyomiFiscalYear year = { 2026, 4 };
  g_autofree char *fifth = koyomi_finding_number_format (year, 5);

  g_assert_cmpstr (fifth, ==, "F-26-05");
  g_assert_cmpuint (koyomi_finding_number_parse ("F-26-05", year), ==, 5);
  g_assert_cmpuint (koyomi_finding_number_parse ("F-26-123", year), ==, 123);
  g_assert_cmpuint (koyomi_finding_number_parse ("F-25-05", year), ==, 0);
  g_assert_cmpuint (koyomi_finding_number_parse ("F-26-05b", year), ==, 0);
  g_assert_cmpuint (koyomi_finding_number_parse ("F-05", year), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/finding/needs", test_needs);
  g_test_add_func ("/model/finding/states", test_states);
  g_test_add_func ("/model/finding/numbers", test_numbers);

  return g_test_run ();
}
