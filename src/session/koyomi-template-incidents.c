#include "koyomi-template-loader.h"

/* The check-lists for usual incidents, which every plan begins with. */

static gboolean
load_templates (KoyomiLoader  *self,
                GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/incident_templates");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) template = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE);
      const char *code = koyomi_reference_get_text (table, i, "code");

      koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_CODE, code);
      koyomi_record_set_text (template, KOYOMI_INCIDENT_TEMPLATE_CLASS, koyomi_reference_get_text (table, i, "class"));
      koyomi_record_set_int (template, KOYOMI_INCIDENT_TEMPLATE_POSITION, i + 1);
      _koyomi_loader_set_word (template, KOYOMI_INCIDENT_TEMPLATE_KIND, koyomi_reference_get_text (table, i, "kind"));
      _koyomi_loader_set_cell (self, template, KOYOMI_INCIDENT_TEMPLATE_NAME, table, i, "name");
      _koyomi_loader_set_cell (self, template, KOYOMI_INCIDENT_TEMPLATE_NOTE, table, i, "note");

      if (!_koyomi_loader_insert (self, template, code, error))
        return FALSE;
    }

  return TRUE;
}

/* The functions are those of CRIC's list, which an empty plan does not have. */
static void
set_function (KoyomiLoader *self,
              KoyomiRecord *task,
              const char   *number)
{
  if (*number != '\0' && self->options->template != KOYOMI_TEMPLATE_EMPTY)
    koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_FUNCTION,
                           _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "cric:%s", number));
}

static gboolean
load_tasks (KoyomiLoader  *self,
            GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/incident_template_tasks");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK);

      koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE,
                             _koyomi_loader_find (self, KOYOMI_TABLE_INCIDENT_TEMPLATE,
                                                  koyomi_reference_get_text (table, i, "template")));
      koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES,
                             koyomi_reference_get_int (table, i, "offset_minutes"));
      koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_POSITION, i + 1);
      set_function (self, task, koyomi_reference_get_text (table, i, "function_no"));
      _koyomi_loader_set_word (task, KOYOMI_INCIDENT_TEMPLATE_TASK_ANCHOR, koyomi_reference_get_text (table, i, "anchor"));
      _koyomi_loader_set_cell (self, task, KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE, table, i, "title");

      if (!_koyomi_loader_insert (self, task, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* To be loaded after the catalogues. */
gboolean
_koyomi_template_load_check_lists (KoyomiLoader  *self,
                                   GError       **error)
{
  return load_templates (self, error) && load_tasks (self, error);
}
