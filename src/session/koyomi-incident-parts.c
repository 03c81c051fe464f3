#include "koyomi-incident-parts-private.h"

#include "koyomi-id-set-private.h"

static void
free_part (gpointer data)
{
  KoyomiIncidentPart *self = data;

  g_clear_object (&self->incident);
  g_free (self);
}

static gint64
find_time (KoyomiRecord *incident)
{
  static const int fields[] = {
    KOYOMI_INCIDENT_DETECTED_AT, KOYOMI_INCIDENT_AWARE_AT, KOYOMI_INCIDENT_OCCURRED_AT, KOYOMI_INCIDENT_ACKNOWLEDGED_AT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!koyomi_record_is_none (incident, fields[i]))
      return koyomi_record_get_int (incident, fields[i]);

  return 0;
}

static KoyomiIncidentPart *
make_part (KoyomiRecord *incident,
           GPtrArray    *tasks,
           int           task_field,
           GHashTable   *ids)
{
  KoyomiIncidentPart *part = g_new0 (KoyomiIncidentPart, 1);

  part->incident = g_object_ref (incident);
  part->at = find_time (incident);
  for (guint i = 0; i < tasks->len; i++)
    {
      KoyomiRecord *task = g_ptr_array_index (tasks, i);

      if (koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_INCIDENT) != koyomi_record_get_id (incident) ||
          !_koyomi_id_set_has (ids, task, task_field))
        continue;

      part->n_tasks++;
      part->n_done += !koyomi_record_is_none (task, KOYOMI_INCIDENT_TASK_DONE_AT);
    }

  return part;
}

/* The newest first, then those without a time. */
static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const KoyomiIncidentPart *first = *(const KoyomiIncidentPart * const *) a;
  const KoyomiIncidentPart *second = *(const KoyomiIncidentPart * const *) b;

  if (first->at != second->at)
    return first->at > second->at ? -1 : 1;

  return g_strcmp0 (koyomi_record_get_text (first->incident, KOYOMI_INCIDENT_NUMBER),
                    koyomi_record_get_text (second->incident, KOYOMI_INCIDENT_NUMBER));
}

/**
 * _koyomi_incident_parts_load:
 * @task_field: a reference of the tasks of incidents
 * @ids: what it refers to in the tasks that count
 * @concerned: the keys of incidents that count even without a task
 *
 * Leaves out incidents that were merged into another one.
 *
 * Returns: (element-type KoyomiIncidentPart): the newest first
 */
GPtrArray *
_koyomi_incident_parts_load (KoyomiSession   *session,
                             int              task_field,
                             GHashTable      *ids,
                             GHashTable      *concerned,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(GPtrArray) tasks = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TASK, 0, 0, language, error);
  g_autoptr(GPtrArray) incidents = tasks != NULL ? koyomi_session_list (session, KOYOMI_TABLE_INCIDENT, 0, 0, language, error) : NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);

  if (incidents == NULL)
    return NULL;

  for (guint i = 0; i < incidents->len; i++)
    {
      KoyomiRecord *incident = g_ptr_array_index (incidents, i);
      KoyomiIncidentPart *part;

      if (koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE) == KOYOMI_INCIDENT_STATE_MERGED)
        continue;

      part = make_part (incident, tasks, task_field, ids);
      if (part->n_tasks > 0 || _koyomi_id_set_has (concerned, incident, KOYOMI_INCIDENT_ID))
        g_ptr_array_add (parts, part);
      else
        free_part (part);
    }
  g_ptr_array_sort (parts, compare_parts);

  return g_steal_pointer (&parts);
}
