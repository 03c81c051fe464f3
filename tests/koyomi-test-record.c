#include "koyomi-test-record.h"

#include "koyomi-day.h"

#include <math.h>

/* What the tables of a plan allow in their whole numbers; others may be anything. */
static const struct
{
  const char *name;
  gint64      first;
  gint64      last;
} ranges[] = {
  { "fiscal_start_month", 1, 12 },
  { "accountable_limit", 1, 1000 },
  { "start_minute", 0, 1439 },
  { "duration", 1, 3660 },
  { "progress", 0, 100 },
  { "as_is", 0, 5 },
  { "to_be", 0, 5 },
  { "impact_business", 0, 4 },
  { "impact_information", 0, 4 },
  { "impact_spread", 0, 4 },
  { "impact_legal", 0, 4 },
  { "likelihood", 1, 5 },
  { "impact", 1, 5 },
  { "target_likelihood", 1, 5 },
  { "target_impact", 1, 5 },
  { "planned_days", 0, G_MAXINT64 },
  { "done_days", 0, G_MAXINT64 },
  { "people_affected", 0, G_MAXINT64 },
  { "grace_days", 0, 3660 },
  { "samples", 0, G_MAXINT64 },
  { "fresh_days", 1, 3660 },
};

/* Text of several scripts, with what SQL, CSV and spreadsheets take for their own. */
char *
koyomi_test_text_new (GRand *random)
{
  static const char * const pieces[] = {
    "内部監査", "訓練", "ログの点検", "髙﨑", "ｶﾅ", "①㈱", "𠮷", "👩‍💻", "é", "=1+1", "'; DROP TABLE plan; --", "\"", "%s", "\n",
    "Review ", "plan ", "42", " ", "—", "\\", "ﷺ",
  };
  g_autoptr(GString) text = g_string_new ("x");
  int n = g_rand_int_range (random, 0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  g_string_append (text, "y");

  return g_utf8_normalize (text->str, text->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

static gint64
pick_integer (const KoyomiField *field,
              GRand             *random)
{
  gint64 first = G_MININT64 + 1;
  gint64 last = G_MAXINT64;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_str_equal (ranges[i].name, field->name))
      {
        first = ranges[i].first;
        last = ranges[i].last;
      }

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return first;
    case 1:
      return last;
    default:
      return (gint64) ((guint64) first + (guint64) (g_rand_double (random) * 0.9 * ((double) last - (double) first)));
    }
}

/* The same as the choices that a person has, ends of ranges and nothing at all oftener. References are left to the caller. */
void
koyomi_test_record_set_random (KoyomiRecord *self,
                               int           constant,
                               GRand        *random)
{
  static const double reals[] = { 0, 0.1, 1.5, 123456789.25, 1e-300, 1e300, 5e-324, G_MAXDOUBLE };
  const KoyomiField *field = &koyomi_record_get_table (self)->fields[KOYOMI_FIELD_INDEX (constant)];
  gboolean none = (field->flags & KOYOMI_FIELD_OPTIONAL) && g_rand_int_range (random, 0, 4) == 0;
  int n_words = 0;

  switch (field->type)
    {
    case KOYOMI_FIELD_TEXT:
      koyomi_record_take_text (self, constant,
                               g_rand_int_range (random, 0, 6) == 0 ? g_strdup ("") : koyomi_test_text_new (random));
      break;
    case KOYOMI_FIELD_REAL:
      koyomi_record_set_real (self, constant, none ? NAN : reals[g_rand_int_range (random, 0, G_N_ELEMENTS (reals))]);
      break;
    case KOYOMI_FIELD_ENUM:
      while (field->words[n_words].nick != NULL)
        n_words++;
      koyomi_record_set_int (self, constant, g_rand_int_range (random, 0, n_words));
      break;
    case KOYOMI_FIELD_BOOL:
      koyomi_record_set_int (self, constant, g_rand_boolean (random));
      break;
    case KOYOMI_FIELD_DAY:
      koyomi_record_set_int (self, constant, none ? 0 : g_rand_int_range (random, 1, KOYOMI_DAY_LAST + 1));
      break;
    case KOYOMI_FIELD_TIME:
      koyomi_record_set_int (self, constant, none ? 0 : 1 + (gint64) (g_rand_double (random) * 4e12));
      break;
    case KOYOMI_FIELD_INT:
      koyomi_record_set_int (self, constant, none ? KOYOMI_NO_INT : pick_integer (field, random));
      break;
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_REF:
    default:
      break;
    }
}

static void
put_in_order (KoyomiRecord *self,
              const char   *first_name,
              const char   *last_name)
{
  const KoyomiTable *table = koyomi_record_get_table (self);
  int first = koyomi_table_find_field (table, first_name);
  int last = koyomi_table_find_field (table, last_name);
  int base = koyomi_record_get_table_id (self) << 8;

  if (first >= 0 && last >= 0 && koyomi_record_get_int (self, base | last) != 0 &&
      koyomi_record_get_int (self, base | last) < koyomi_record_get_int (self, base | first))
    koyomi_record_set_int (self, base | last, koyomi_record_get_int (self, base | first));
}

/* No last day before its first, and no weight that a part cannot have. */
void
koyomi_test_record_mend (KoyomiRecord *self)
{
  if (koyomi_record_get_table_id (self) == KOYOMI_TABLE_METRIC_PART)
    koyomi_record_set_int (self, KOYOMI_METRIC_PART_WEIGHT, 1 + ABS (koyomi_record_get_int (self, KOYOMI_METRIC_PART_WEIGHT) % 100));
  put_in_order (self, "first_day", "last_day");
  put_in_order (self, "original_first", "original_last");
}
