#include "koyomi-provable.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-session-private.h"

#include <stdlib.h>

/* A day is told with the row, where it has no number, and it is by the day that rows are offered. */
static const struct
{
  const char *name;
  int         field;    /* of the table of proofs */
  int         number;   /* of the row; 0 where it has none */
  int         day;      /* 0 where the number tells the order */
  gboolean    ends;     /* with the first one */
} kinds[KOYOMI_N_PROVABLES] = {
  [KOYOMI_PROVABLE_CONTROL] = { N_("Clause or control"), KOYOMI_PROOF_CONTROL, KOYOMI_CONTROL_CODE, 0 },
  [KOYOMI_PROVABLE_RUN] = { N_("Activity of the plan"), KOYOMI_PROOF_OCCURRENCE, 0, KOYOMI_OCCURRENCE_FIRST_DAY },
  [KOYOMI_PROVABLE_INCIDENT] = { N_("Incident"), KOYOMI_PROOF_INCIDENT, KOYOMI_INCIDENT_NUMBER, 0, TRUE },
  [KOYOMI_PROVABLE_DRILL] = { N_("Drill"), KOYOMI_PROOF_INCIDENT, KOYOMI_INCIDENT_NUMBER, 0, TRUE },
  [KOYOMI_PROVABLE_MATURITY] = { N_("Maturity assessment"), KOYOMI_PROOF_MATURITY, 0, KOYOMI_MATURITY_ASSESSED_DAY },
  [KOYOMI_PROVABLE_FINDING] = { N_("Finding"), KOYOMI_PROOF_FINDING, KOYOMI_FINDING_NUMBER, 0, TRUE },
};

const char *
koyomi_provable_get_name (KoyomiProvable self,
                          KoyomiLanguage language)
{
  g_return_val_if_fail ((int) self >= 0 && self < KOYOMI_N_PROVABLES, NULL);

  return koyomi_tr (language, kinds[self].name);
}

/* Returns: the field of the table of proofs that refers to such a row */
int
koyomi_provable_get_field (KoyomiProvable self)
{
  g_return_val_if_fail ((int) self >= 0 && self < KOYOMI_N_PROVABLES, 0);

  return kinds[self].field;
}

static KoyomiTableId
get_table (KoyomiProvable kind)
{
  return koyomi_dictionary_get_table (KOYOMI_TABLE_PROOF)->fields[KOYOMI_FIELD_INDEX (kinds[kind].field)].target;
}

static gboolean
is_of_kind (KoyomiRecord   *row,
            KoyomiProvable  kind)
{
  return get_table (kind) != KOYOMI_TABLE_INCIDENT ||
         (koyomi_record_get_int (row, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL) == (kind == KOYOMI_PROVABLE_DRILL);
}

typedef struct
{
  int     field;
  guint32 today;
} Order;

/* What is to come proves nothing yet: it stands last. Of what has been, the newest comes first. */
static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Order *order = data;
  gint64 left = koyomi_record_get_day (*(KoyomiRecord **) a, order->field);
  gint64 right = koyomi_record_get_day (*(KoyomiRecord **) b, order->field);

  if ((left > order->today) != (right > order->today))
    return left > order->today ? 1 : -1;

  return left > order->today ? (left > right) - (left < right) : (left < right) - (left > right);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Order *order = data;

  return g_strcmp0 (koyomi_record_get_text (*(KoyomiRecord **) b, order->field), koyomi_record_get_text (*(KoyomiRecord **) a, order->field));
}

/**
 * koyomi_session_list_provable:
 *
 * Returns: (element-type KoyomiRecord): all rows of that kind, those first that somebody is likely to look for
 */
GPtrArray *
koyomi_session_list_provable (KoyomiSession   *session,
                              KoyomiProvable   kind,
                              guint32          today,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(GPtrArray) rows = NULL;
  Order order;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);
  g_return_val_if_fail ((int) kind >= 0 && kind < KOYOMI_N_PROVABLES, NULL);

  if ((rows = koyomi_session_list (session, get_table (kind), 0, 0, language, error)) == NULL)
    return NULL;

  for (guint i = rows->len; i > 0; i--)
    if (!is_of_kind (g_ptr_array_index (rows, i - 1), kind))
      g_ptr_array_remove_index (rows, i - 1);

  order = (Order) { kinds[kind].ends ? kinds[kind].number : kinds[kind].day, today };
  if (order.field != 0)
    g_ptr_array_sort_with_data (rows, kinds[kind].ends ? compare_numbers : compare_days, &order);

  return g_steal_pointer (&rows);
}

/* Returns: the first kind of that table; KOYOMI_N_PROVABLES for none */
static KoyomiProvable
find_kind (KoyomiTableId table)
{
  KoyomiProvable kind = 0;

  while (kind < KOYOMI_N_PROVABLES && get_table (kind) != table)
    kind++;

  return kind;
}

/* Returns: (transfer full): such as “8.13 Information backup” or “2026-09-30 Restore test” */
char *
koyomi_session_name_provable (KoyomiSession  *session,
                              KoyomiRecord   *row,
                              KoyomiLanguage  language)
{
  KoyomiTableId table = koyomi_record_get_table_id (row);
  KoyomiProvable kind = find_kind (table);
  g_autofree char *title = table == KOYOMI_TABLE_MATURITY ?
                           _koyomi_session_dup_title (session, KOYOMI_TABLE_FUNCTION, koyomi_record_get_int (row, KOYOMI_MATURITY_FUNCTION), language) :
                           _koyomi_session_dup_title (session, table, koyomi_record_get_id (row), language);
  g_autofree char *before = NULL;

  if (title == NULL)
    return _koyomi_label_name_row (session, table, koyomi_record_get_id (row), language);

  if (kind < KOYOMI_N_PROVABLES && kinds[kind].number != 0)
    before = g_strdup (koyomi_record_get_text (row, kinds[kind].number));
  else if (kind < KOYOMI_N_PROVABLES && koyomi_record_get_day (row, kinds[kind].day) != KOYOMI_DAY_NONE)
    before = koyomi_day_format (koyomi_record_get_day (row, kinds[kind].day));

  return before != NULL && *before != '\0' ? g_strdup_printf ("%s %s", before, title) : g_steal_pointer (&title);
}
