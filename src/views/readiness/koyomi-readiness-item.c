#include "koyomi-readiness-item.h"

#include "koyomi-breaches.h"
#include "koyomi-readiness.h"
#include "koyomi-waiver-edit.h"

#include <string.h>

#define MATRIX "matrix"

/* In the order in which they are shown. */
static const struct
{
  const char *id;
  const char *label;
} areas[] = {
  { "plan", N_("Plan") },
  { MATRIX, N_("Matrix") },
  { "incidents", N_("Incidents and drills") },
  { "metrics", N_("KPIs and objectives") },
  { "evidence", N_("Evidence") },
  { "audit", N_("Audits and statement of applicability") },
  { "findings", N_("Findings") },
  { "risks", N_("Risks") },
  { "registers", N_("Policies, obligations, exceptions, contracts") },
  { "meetings", N_("Meetings") },
};

/* Where something that the plan lacks as a whole is made. */
static const struct
{
  const char *rule;
  const char *command;
} places[] = {
  { "no-baseline", "plan.baselines" },
  { "no-objective", "plan.objectives" },
  { "quarter-not-closed", "plan.metric-values" },
  { "no-management-review", "plan.committees" },
};

G_DEFINE_FINAL_TYPE (KoyomiReadinessItem, koyomi_readiness_item, G_TYPE_OBJECT)

static void
koyomi_readiness_item_finalize (GObject *object)
{
  KoyomiReadinessItem *self = KOYOMI_READINESS_ITEM (object);

  g_free (self->sentence);
  g_free (self->advice);
  g_clear_object (&self->waiver);
  g_clear_object (&self->result);
  g_clear_object (&self->breach);

  G_OBJECT_CLASS (koyomi_readiness_item_parent_class)->finalize (object);
}

static void
koyomi_readiness_item_class_init (KoyomiReadinessItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_readiness_item_finalize;
}

static void
koyomi_readiness_item_init (KoyomiReadinessItem *self)
{
}

guint
koyomi_readiness_area_count (void)
{
  return G_N_ELEMENTS (areas);
}

const char *
koyomi_readiness_area_get_label (guint          area,
                                 KoyomiLanguage language)
{
  g_return_val_if_fail (area < G_N_ELEMENTS (areas), NULL);

  return koyomi_tr (language, areas[area].label);
}

static guint
find_area (const char *id)
{
  guint area = 0;

  while (area < G_N_ELEMENTS (areas) - 1 && strcmp (areas[area].id, id) != 0)
    area++;

  return area;
}

static KoyomiReadinessItem *
make_result (KoyomiLintResult *result,
             KoyomiLanguage    language)
{
  KoyomiReadinessItem *self = g_object_new (KOYOMI_TYPE_READINESS_ITEM, NULL);
  const char *name = koyomi_lint_rule_get_name (&result->rule, language);

  self->area = find_area (result->rule.area);
  self->severity = result->rule.severity;
  self->rule = result->rule.id;
  /* What the plan lacks as a whole needs no word about where. */
  if (koyomi_record_get_table_id (result->record) == KOYOMI_TABLE_PLAN)
    self->sentence = g_strdup (name);
  else
    /* Translators: what is wrong, and with what */
    self->sentence = g_strdup_printf (koyomi_tr (language, N_("%1$s: %2$s")), name, result->subject);
  self->advice = g_strdup (koyomi_lint_rule_get_advice (&result->rule, language));
  self->is_waived = result->is_waived;
  g_set_object (&self->waiver, result->waiver);
  self->result = g_object_ref (result);

  return self;
}

static KoyomiReadinessItem *
make_breach (KoyomiBreach   *breach,
             guint           a_limit,
             KoyomiLanguage  language)
{
  KoyomiReadinessItem *self = g_object_new (KOYOMI_TYPE_READINESS_ITEM, NULL);

  self->area = find_area (MATRIX);
  self->severity = koyomi_rule_get_severity (breach->rule);
  self->rule = koyomi_rule_get_nick (breach->rule);
  self->sentence = g_strdup (breach->sentence);
  self->advice = koyomi_rule_format_demand (breach->rule, a_limit, language);
  self->is_waived = breach->is_waived;
  g_set_object (&self->waiver, breach->waiver);
  self->breach = g_object_ref (breach);

  return self;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const KoyomiReadinessItem *first = *(KoyomiReadinessItem * const *) a;
  const KoyomiReadinessItem *second = *(KoyomiReadinessItem * const *) b;

  if (first->area != second->area)
    return first->area < second->area ? -1 : 1;

  return (int) first->severity - (int) second->severity;
}

/* Returns: (transfer full) (element-type KoyomiReadinessItem): by area, the gravest first */
GPtrArray *
koyomi_readiness_items_load (KoyomiSession   *session,
                             guint32          day,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(GPtrArray) results = koyomi_session_load_readiness (session, day, language, error);
  g_autoptr(GPtrArray) breaches = results != NULL ? koyomi_session_load_breaches (session, NULL, day, language, error) : NULL;
  guint a_limit = koyomi_session_get_a_limit (session);
  GPtrArray *items;

  if (breaches == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < results->len; i++)
    g_ptr_array_add (items, make_result (g_ptr_array_index (results, i), language));
  for (guint i = 0; i < breaches->len; i++)
    g_ptr_array_add (items, make_breach (g_ptr_array_index (breaches, i), a_limit, language));
  g_ptr_array_sort (items, compare);

  return items;
}

/* Whether both tell of the same, as read at different times. */
gboolean
koyomi_readiness_item_is_same (KoyomiReadinessItem *self,
                               KoyomiReadinessItem *other)
{
  KoyomiTableId table, other_table;

  g_return_val_if_fail (KOYOMI_IS_READINESS_ITEM (self), FALSE);

  return strcmp (self->rule, other->rule) == 0 &&
         koyomi_readiness_item_get_row (self, &table) == koyomi_readiness_item_get_row (other, &other_table) && table == other_table &&
         strcmp (self->sentence, other->sentence) == 0;
}

/* Returns: (nullable): the action that opens where something that the plan lacks is made; NULL where there is a row to go to */
const char *
koyomi_readiness_item_get_command (KoyomiReadinessItem *self)
{
  g_return_val_if_fail (KOYOMI_IS_READINESS_ITEM (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].rule, self->rule) == 0)
      return places[i].command;

  return NULL;
}

/* @table: (out): its table. Returns: the key of the row that it is about above all */
gint64
koyomi_readiness_item_get_row (KoyomiReadinessItem *self,
                               KoyomiTableId       *table)
{
  const KoyomiBreach *breach = self->breach;

  if (breach == NULL)
    {
      *table = koyomi_record_get_table_id (self->result->record);
      return koyomi_record_get_id (self->result->record);
    }

  *table = breach->occurrence_id != 0 ? KOYOMI_TABLE_OCCURRENCE : breach->function_id != 0 ? KOYOMI_TABLE_FUNCTION :
           breach->team_id != 0 ? KOYOMI_TABLE_TEAM : breach->person_id != 0 ? KOYOMI_TABLE_PERSON : KOYOMI_TABLE_CONTRACT;

  return breach->occurrence_id != 0 ? breach->occurrence_id : breach->function_id != 0 ? breach->function_id :
         breach->team_id != 0 ? breach->team_id : breach->person_id != 0 ? breach->person_id : breach->contract_id;
}

gboolean
koyomi_readiness_item_accept (KoyomiReadinessItem  *self,
                              KoyomiSession        *session,
                              const char           *reason,
                              const char           *decided_by,
                              guint32               until_day,
                              KoyomiLanguage        language,
                              GError              **error)
{
  if (self->breach != NULL)
    return koyomi_session_waive_breach (session, self->breach, reason, decided_by, until_day, language, error);

  return koyomi_session_accept_lint (session, self->result, reason, decided_by, until_day, language, error);
}

gboolean
koyomi_readiness_item_take_back (KoyomiReadinessItem  *self,
                                 KoyomiSession        *session,
                                 KoyomiLanguage        language,
                                 GError              **error)
{
  return self->breach != NULL ? koyomi_session_take_waiver_back (session, self->breach, language, error) :
         koyomi_session_take_lint_back (session, self->result, language, error);
}
