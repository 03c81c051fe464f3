#include "koyomi-day.h"
#include "koyomi-maturity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef void (*RowFunc) (char **cells);

static void
for_each_row (const char *name,
              guint       n_columns,
              guint       least,
              RowFunc     check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n_rows++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
      g_test_message ("%s", cells[0]);
      check (cells);
    }
  g_assert_cmpuint (n_rows, >=, least);
}

static KoyomiRecord *
make_record (KoyomiExecution mode,
             const char     *cell)
{
  KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_MATURITY);

  koyomi_record_set_int (record, KOYOMI_MATURITY_FUNCTION, 1);
  koyomi_record_set_int (record, KOYOMI_MATURITY_MODE, mode);
  koyomi_record_set_int (record, KOYOMI_MATURITY_AS_IS, cell[0] == '?' ? KOYOMI_NO_INT : cell[0] - '0');
  koyomi_record_set_int (record, KOYOMI_MATURITY_TO_BE, cell[2] == '?' ? KOYOMI_NO_INT : cell[2] - '0');

  return record;
}

/* @cell: "3-4", with ? for what is not known; "" for no row */
static KoyomiMaturityLevels
read_cell (KoyomiExecution mode,
           const char     *cell)
{
  g_autoptr(KoyomiRecord) record = *cell != '\0' ? make_record (mode, cell) : NULL;

  return koyomi_maturity_read_levels (record);
}

static KoyomiMaturityScore
score_row (char **cells)
{
  KoyomiMaturityLevels levels[KOYOMI_N_EXECUTIONS] = {
    read_cell (KOYOMI_EXECUTION_INSOURCE, cells[1]),
    read_cell (KOYOMI_EXECUTION_OUTSOURCE, cells[2]),
  };

  return koyomi_maturity_score (levels);
}

static void
check_score (char **cells)
{
  KoyomiMaturityScore score = score_row (cells);

  g_assert_cmpint (score.as_is, ==, atoi (cells[3]));
  g_assert_cmpint (score.to_be, ==, atoi (cells[4]));
  g_assert_cmpint (score.gap, ==, atoi (cells[5]));
  g_assert_cmpstr (score.is_known ? "yes" : "no", ==, cells[6]);
  g_assert_cmpstr (score.has_goal ? "yes" : "no", ==, cells[7]);
}

static void
test_scores (void)
{
  for_each_row ("maturity.tsv", 8, 24, check_score);
}

static KoyomiMaturityMean mean;
static const char *wanted;

static void
add_wanted (char **cells)
{
  KoyomiMaturityScore score = score_row (cells);

  if (strcmp (cells[0], wanted) == 0)
    koyomi_maturity_mean_add (&mean, &score);
}

static void
check_mean (char **cells)
{
  g_auto(GStrv) names = g_strsplit (cells[1], " ", -1);
  guint n_functions = 0;

  memset (&mean, 0, sizeof mean);
  for (; *cells[1] != '\0' && names[n_functions] != NULL; n_functions++)
    {
      wanted = names[n_functions];
      for_each_row ("maturity.tsv", 8, 24, add_wanted);
      g_assert_cmpuint (mean.n_functions, ==, n_functions + 1);
    }

  g_assert_cmpuint (mean.n_as_is, ==, atoi (cells[4]));
  g_assert_cmpuint (mean.n_to_be, ==, atoi (cells[5]));
  g_assert_cmpuint (mean.n_unknown, ==, atoi (cells[6]));
  g_assert_cmpint (koyomi_maturity_mean_is_known (&mean), ==, mean.n_as_is > mean.n_unknown);
  if (*cells[2] == '\0')
    g_assert_true (isnan (koyomi_maturity_mean_get_as_is (&mean)));
  else
    g_assert_cmpfloat_with_epsilon (koyomi_maturity_mean_get_as_is (&mean), g_ascii_strtod (cells[2], NULL), 1e-6);
  if (*cells[3] == '\0')
    g_assert_true (isnan (koyomi_maturity_mean_get_to_be (&mean)));
  else
    g_assert_cmpfloat_with_epsilon (koyomi_maturity_mean_get_to_be (&mean), g_ascii_strtod (cells[3], NULL), 1e-6);
}

static void
test_means (void)
{
  for_each_row ("maturity-means.tsv", 7, 11, check_mean);
}

static void
add_assessment (GPtrArray       *records,
                gint64           function,
                KoyomiExecution  mode,
                guint32          day)
{
  KoyomiRecord *record = make_record (mode, "3-4");

  koyomi_record_set_int (record, KOYOMI_MATURITY_FUNCTION, function);
  koyomi_record_set_int (record, KOYOMI_MATURITY_ASSESSED_DAY, day);
  g_ptr_array_add (records, record);
}

static int
find (GPtrArray       *records,
      KoyomiExecution  mode,
      guint32          day)
{
  KoyomiRecord *record = koyomi_maturity_find (records, 1, mode, day);
  guint index;

  return record != NULL && g_ptr_array_find (records, record, &index) ? (int) index : -1;
}

/* The newest on or before the day, whatever the order of the rows; other functions and the other way of doing it are left alone. */
static void
test_newest (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 1000), ==, -1);
  add_assessment (records, 1, KOYOMI_EXECUTION_INSOURCE, 500);
  add_assessment (records, 1, KOYOMI_EXECUTION_INSOURCE, 200);
  add_assessment (records, 2, KOYOMI_EXECUTION_INSOURCE, 600);
  add_assessment (records, 1, KOYOMI_EXECUTION_OUTSOURCE, 700);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 1000), ==, 0);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 500), ==, 0);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 499), ==, 1);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 199), ==, -1);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_OUTSOURCE, 699), ==, -1);

  add_assessment (records, 1, KOYOMI_EXECUTION_INSOURCE, KOYOMI_DAY_NONE);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 199), ==, 4);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 200), ==, 1);
  add_assessment (records, 1, KOYOMI_EXECUTION_INSOURCE, 200);
  g_assert_cmpint (find (records, KOYOMI_EXECUTION_INSOURCE, 300), ==, 5);
}

/* Each level has its own words, in either language. */
static void
test_wording (void)
{
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
      {
        g_autoptr(GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

        for (int level = KOYOMI_LEVEL_UNKNOWN; level <= KOYOMI_LEVEL_HIGHEST; level++)
          g_assert_true (g_hash_table_add (texts, (gpointer) koyomi_maturity_get_wording (mode, level, language)));
      }

  g_assert_cmpstr (koyomi_maturity_get_wording (KOYOMI_EXECUTION_INSOURCE, 3, KOYOMI_LANGUAGE_EN), ==,
                   "No document, but a stand-in can do it");
  g_assert_cmpstr (koyomi_maturity_get_wording (KOYOMI_EXECUTION_OUTSOURCE, 1, KOYOMI_LANGUAGE_EN), ==, "Not checked");
  g_assert_cmpstr (koyomi_maturity_get_wording (KOYOMI_EXECUTION_OUTSOURCE, 0, KOYOMI_LANGUAGE_JA), ==, "行わないと決めた");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/maturity/score/golden", test_scores);
  g_test_add_func ("/model/maturity/mean/golden", test_means);
  g_test_add_func ("/model/maturity/newest-assessment-counts", test_newest);
  g_test_add_func ("/model/maturity/levels-have-words", test_wording);

  return g_test_run ();
}
