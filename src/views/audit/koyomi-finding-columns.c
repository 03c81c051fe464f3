#include "koyomi-finding-columns.h"

#include "koyomi-day.h"
#include "koyomi-findings.h"

#include <string.h>

gint64
koyomi_finding_columns_get_id (gconstpointer row)
{
  return koyomi_record_get_id (((const KoyomiFindingRow *) row)->finding);
}

static KoyomiRecord *
get_finding (gconstpointer row)
{
  return ((const KoyomiFindingRow *) row)->finding;
}

static char *
format_number (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_finding (row), KOYOMI_FINDING_NUMBER));
}

static char *
format_title (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_title (get_finding (row)));
}

static char *
format_control (gconstpointer  row,
                KoyomiLanguage language)
{
  return g_strdup (((const KoyomiFindingRow *) row)->control);
}

/* 8.2 comes before 8.13. */
static int
compare_control (gconstpointer a,
                 gconstpointer b)
{
  g_autofree char *left = g_utf8_collate_key_for_filename (((const KoyomiFindingRow *) a)->control, -1);
  g_autofree char *right = g_utf8_collate_key_for_filename (((const KoyomiFindingRow *) b)->control, -1);

  return strcmp (left, right);
}

static char *
format_grade (gconstpointer  row,
              KoyomiLanguage language)
{
  return koyomi_record_format (get_finding (row), KOYOMI_FINDING_GRADE, language);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 int           field)
{
  gint64 left = koyomi_record_get_int (get_finding (a), field);
  gint64 right = koyomi_record_get_int (get_finding (b), field);

  return (left > right) - (left < right);
}

static int
compare_grade (gconstpointer a,
               gconstpointer b)
{
  return compare_numbers (a, b, KOYOMI_FINDING_GRADE);
}

static char *
format_owner (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_finding (row), KOYOMI_FINDING_OWNER));
}

static char *
format_action (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_finding (row), KOYOMI_FINDING_ACTION));
}

static char *
format_due (gconstpointer  row,
            KoyomiLanguage language)
{
  return koyomi_record_format (get_finding (row), KOYOMI_FINDING_DUE_DAY, language);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  return compare_numbers (a, b, KOYOMI_FINDING_DUE_DAY);
}

static char *
format_state (gconstpointer  row,
              KoyomiLanguage language)
{
  return koyomi_finding_format_state (get_finding (row), koyomi_day_today (), language);
}

/* What is most pressing comes first. */
static int
compare_state (gconstpointer a,
               gconstpointer b)
{
  static const int ranks[KOYOMI_N_FINDING_STATES] = {
    [KOYOMI_FINDING_STATE_LATE] = 0, [KOYOMI_FINDING_STATE_VERIFY] = 1, [KOYOMI_FINDING_STATE_OPEN] = 2, [KOYOMI_FINDING_STATE_DOING] = 3,
    [KOYOMI_FINDING_STATE_INEFFECTIVE] = 4, [KOYOMI_FINDING_STATE_EFFECTIVE] = 5, [KOYOMI_FINDING_STATE_CLOSED] = 6,
  };
  const KoyomiFindingRow *left = a, *right = b;

  return ranks[left->state] != ranks[right->state] ? ranks[left->state] - ranks[right->state]
                                                   : (left->late_days < right->late_days) - (left->late_days > right->late_days);
}

/* Returns: the class of the chip that tells the state */
const char *
koyomi_finding_columns_get_style (KoyomiFindingState state)
{
  static const char * const styles[KOYOMI_N_FINDING_STATES] = {
    [KOYOMI_FINDING_STATE_OPEN] = "koyomi-plain", [KOYOMI_FINDING_STATE_DOING] = "koyomi-doing", [KOYOMI_FINDING_STATE_LATE] = "koyomi-bad",
    [KOYOMI_FINDING_STATE_VERIFY] = "koyomi-warned", [KOYOMI_FINDING_STATE_EFFECTIVE] = "koyomi-good",
    [KOYOMI_FINDING_STATE_INEFFECTIVE] = "koyomi-bad", [KOYOMI_FINDING_STATE_CLOSED] = "koyomi-plain",
  };

  return styles[state];
}

static const char *
get_state_style (gconstpointer row)
{
  return koyomi_finding_columns_get_style (((const KoyomiFindingRow *) row)->state);
}

const KoyomiDataColumn koyomi_finding_columns[] = {
  { N_("Number"), format_number, NULL, NULL, 80 },
  { N_("Finding"), format_title, NULL, NULL, 0 },
  { N_("Control"), format_control, compare_control, NULL, 68 },
  { N_("Grade"), format_grade, compare_grade, NULL, 146 },
  { N_("Owner"), format_owner, NULL, NULL, 116 },
  { N_("Corrective action"), format_action, NULL, NULL, 0 },
  { N_("Due"), format_due, compare_due, NULL, 98 },
  { N_("State"), format_state, compare_state, get_state_style, 124 },
};

const guint koyomi_n_finding_columns = G_N_ELEMENTS (koyomi_finding_columns);

static int
compare_pressing (gconstpointer a,
                  gconstpointer b)
{
  return compare_state (*(gconstpointer const *) a, *(gconstpointer const *) b);
}

/* Adds the @n rows that press most to the set @picked. */
void
koyomi_finding_columns_pick_pressing (GPtrArray  *rows,
                                      guint       n,
                                      GHashTable *picked)
{
  g_autoptr(GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ordered, g_ptr_array_index (rows, i));
  g_ptr_array_sort (ordered, compare_pressing);
  for (guint i = 0; i < MIN (n, ordered->len); i++)
    g_hash_table_add (picked, g_ptr_array_index (ordered, i));
}
