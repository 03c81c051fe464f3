#include "koyomi-run-assignee-private.h"

#include "koyomi-occurrence.h"
#include "koyomi-rework.h"

#include <string.h>

void
_koyomi_run_assignee_clear (KoyomiRunAssignee *self)
{
  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    g_clear_pointer (&self->owners[i], g_free);
}

static gboolean
is_done_by_same (KoyomiRecord *one,
                 KoyomiRecord *other)
{
  return koyomi_record_get_int (one, KOYOMI_OCCURRENCE_TEAM) == koyomi_record_get_int (other, KOYOMI_OCCURRENCE_TEAM) &&
         strcmp (koyomi_record_get_text (one, KOYOMI_OCCURRENCE_OWNER), koyomi_record_get_text (other, KOYOMI_OCCURRENCE_OWNER)) == 0;
}

/* Returns: (nullable): a planned run that speaks for all of them */
static KoyomiRecord *
find_model (GArray *steps)
{
  KoyomiRecord *model = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      KoyomiRecord *run = g_array_index (steps, KoyomiReworkStep, i).run;

      if (run == NULL || koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) != KOYOMI_STATUS_PLANNED)
        continue;

      if (model != NULL && !is_done_by_same (model, run))
        return NULL;

      model = run;
    }

  return model != NULL && koyomi_occurrence_is_assigned (model) ? model : NULL;
}

/* @steps: (element-type KoyomiReworkStep): none of which has been taken yet */
gboolean
_koyomi_run_assignee_find (KoyomiRunAssignee  *self,
                           KoyomiSession      *session,
                           GArray             *steps,
                           GError            **error)
{
  KoyomiRecord *model = find_model (steps);

  if (model == NULL)
    return TRUE;

  self->own_language = koyomi_session_get_own_language (session);
  self->team = koyomi_record_get_int (model, KOYOMI_OCCURRENCE_TEAM);
  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    {
      g_autoptr(KoyomiRecord) run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (model), i, error);

      if (run == NULL)
        return FALSE;

      self->owners[i] = g_strdup (koyomi_record_get_text (run, KOYOMI_OCCURRENCE_OWNER));
    }

  return TRUE;
}

static gboolean
translate_owner (const KoyomiRunAssignee  *self,
                 KoyomiEdit               *edit,
                 KoyomiRecord             *run,
                 GError                  **error)
{
  KoyomiLanguage other = self->own_language == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;

  return g_strcmp0 (self->owners[other], self->owners[self->own_language]) == 0 ||
         koyomi_edit_translate (edit, KOYOMI_OCCURRENCE_OWNER, koyomi_record_get_id (run), self->owners[other], error);
}

/* @run: new in the plan */
gboolean
_koyomi_run_assignee_apply (const KoyomiRunAssignee  *self,
                            KoyomiEdit               *edit,
                            KoyomiRecord             *run,
                            GError                  **error)
{
  koyomi_record_set_language (run, self->own_language);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_TEAM, self->team);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_OWNER, self->owners[self->own_language]);

  return !koyomi_record_has_changes (run) ||
         (koyomi_edit_update (edit, run, error) && translate_owner (self, edit, run, error));
}
