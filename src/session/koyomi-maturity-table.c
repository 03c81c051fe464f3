#include "koyomi-maturity-table.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-gap-activity-private.h"

/* What the rows are made from. */
typedef struct
{
  KoyomiSession       *session;
  KoyomiLanguage       language;
  GHashTable          *assessments;   /* function id -> (element-type KoyomiRecord) */
  GHashTable          *proofs;        /* assessment id -> (element-type KoyomiRecord) */
  GHashTable          *evidence;
  KoyomiGapActivities *activities;
} Source;

static void
clear_source (Source *self)
{
  g_clear_pointer (&self->assessments, g_hash_table_unref);
  g_clear_pointer (&self->proofs, g_hash_table_unref);
  g_clear_pointer (&self->evidence, g_hash_table_unref);
  g_clear_pointer (&self->activities, _koyomi_gap_activities_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static void
free_row (KoyomiMaturityRow *self)
{
  for (guint i = 0; i < KOYOMI_N_EXECUTIONS; i++)
    {
      g_clear_object (&self->modes[i].record);
      g_ptr_array_unref (self->modes[i].proofs);
      g_ptr_array_unref (self->modes[i].evidence);
    }
  g_clear_object (&self->group);
  g_clear_object (&self->function);
  koyomi_gap_activity_free (self->activity);
  g_free (self);
}

static void
clear_group (KoyomiMaturityGroup *self)
{
  g_clear_object (&self->group);
}

void
koyomi_maturity_table_free (KoyomiMaturityTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (element-type gint64 GPtrArray): the records that refer to each row of another table */
static GHashTable *
gather (GPtrArray *records,
        int        reference)
{
  GHashTable *lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      gint64 id = koyomi_record_get_int (record, reference);
      GPtrArray *list = g_hash_table_lookup (lists, &id);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (lists, g_memdup2 (&id, sizeof id), list);
        }
      g_ptr_array_add (list, g_object_ref (record));
    }

  return lists;
}

static gboolean
load_source (Source   *self,
             GError  **error)
{
  g_autoptr(GPtrArray) assessments = koyomi_session_list (self->session, KOYOMI_TABLE_MATURITY, 0, 0, self->language, error);
  g_autoptr(GPtrArray) proofs = NULL;

  if (assessments == NULL ||
      (proofs = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, 0, 0, self->language, error)) == NULL ||
      (self->evidence = koyomi_session_index (self->session, KOYOMI_TABLE_EVIDENCE, self->language, error)) == NULL)
    return FALSE;

  self->assessments = gather (assessments, KOYOMI_MATURITY_FUNCTION);
  self->proofs = gather (proofs, KOYOMI_PROOF_MATURITY);
  self->activities = _koyomi_gap_activities_new (self->session, assessments, self->language, error);

  return self->activities != NULL;
}

static void
fill_assessment (Source           *source,
                 KoyomiAssessment *assessment,
                 KoyomiRecord     *record)
{
  gint64 id = record != NULL ? koyomi_record_get_id (record) : 0;
  GPtrArray *proofs = record != NULL ? g_hash_table_lookup (source->proofs, &id) : NULL;

  g_set_object (&assessment->record, record);
  assessment->levels = koyomi_maturity_read_levels (record);
  assessment->proofs = g_ptr_array_new_with_free_func (g_object_unref);
  assessment->evidence = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; proofs != NULL && i < proofs->len; i++)
    {
      gint64 evidence = koyomi_record_get_int (g_ptr_array_index (proofs, i), KOYOMI_PROOF_EVIDENCE);

      g_ptr_array_add (assessment->proofs, g_object_ref (g_ptr_array_index (proofs, i)));
      g_ptr_array_add (assessment->evidence, g_object_ref (g_hash_table_lookup (source->evidence, &evidence)));
    }
}

static gboolean
add_row (KoyomiMaturityTable  *self,
         Source               *source,
         KoyomiRecord         *group,
         KoyomiRecord         *function,
         GError              **error)
{
  gint64 id = koyomi_record_get_id (function);
  GPtrArray *assessments = g_hash_table_lookup (source->assessments, &id);
  KoyomiMaturityRow *row = g_new0 (KoyomiMaturityRow, 1);
  KoyomiMaturityLevels levels[KOYOMI_N_EXECUTIONS];

  row->index = self->rows->len;
  row->group = g_object_ref (group);
  row->function = g_object_ref (function);
  g_ptr_array_add (self->rows, row);

  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    {
      fill_assessment (source, &row->modes[mode],
                       assessments != NULL ? koyomi_maturity_find (assessments, id, mode, self->day) : NULL);
      levels[mode] = row->modes[mode].levels;
    }

  row->score = koyomi_maturity_score (levels);
  koyomi_maturity_mean_add (&self->mean, &row->score);

  return _koyomi_gap_activities_find (source->activities, id, &row->activity, error);
}

static gboolean
add_group (KoyomiMaturityTable       *self,
           Source                    *source,
           KoyomiRecord              *group,
           KoyomiCatalogueFunctions  *functions,
           GError                   **error)
{
  KoyomiMaturityGroup added = { .first_row = self->rows->len };

  for (guint i = 0; i < functions->functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions->functions, i);

      if (koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP) == koyomi_record_get_id (group) &&
          !add_row (self, source, group, function, error))
        return FALSE;
    }

  if ((added.n_rows = self->rows->len - added.first_row) == 0)
    return TRUE;

  for (guint i = added.first_row; i < self->rows->len; i++)
    koyomi_maturity_mean_add (&added.mean, &((KoyomiMaturityRow *) g_ptr_array_index (self->rows, i))->score);
  added.group = g_object_ref (group);
  g_array_append_val (self->groups, added);

  return TRUE;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const KoyomiMaturityRow *first = *(const KoyomiMaturityRow * const *) a;
  const KoyomiMaturityRow *second = *(const KoyomiMaturityRow * const *) b;

  if (first->score.gap != second->score.gap)
    return second->score.gap - first->score.gap;

  return first->index < second->index ? -1 : 1;
}

static void
list_gaps (KoyomiMaturityTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((KoyomiMaturityRow *) g_ptr_array_index (self->rows, i))->score.gap > 0)
      g_ptr_array_add (self->gaps, g_ptr_array_index (self->rows, i));

  g_ptr_array_sort (self->gaps, compare_gaps);
}

/**
 * koyomi_session_load_maturity:
 * @catalogue: a row of the table of catalogues
 * @day: the assessments are those of this day or the last before it
 *
 * Reads the maturity of the functions in use. How it was a year before is asked with a day a year before; the activities made from
 * gaps are those of today all the same. Groups without functions are left out.
 */
KoyomiMaturityTable *
koyomi_session_load_maturity (KoyomiSession   *session,
                              gint64           catalogue,
                              guint32          day,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiMaturityTable) self = g_new0 (KoyomiMaturityTable, 1);
  g_auto(KoyomiCatalogueFunctions) functions = { 0 };
  g_auto(Source) source = { session, language, NULL, NULL, NULL, NULL };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self->day = day;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->gaps = g_ptr_array_new ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (KoyomiMaturityGroup));
  g_array_set_clear_func (self->groups, (GDestroyNotify) clear_group);

  if (!_koyomi_catalogue_functions_load (&functions, session, catalogue, language, error) || !load_source (&source, error))
    return NULL;

  for (guint i = 0; i < functions.groups->len; i++)
    if (!add_group (self, &source, g_ptr_array_index (functions.groups, i), &functions, error))
      return NULL;

  list_gaps (self);

  return g_steal_pointer (&self);
}
