#include "koyomi-commands.h"

#include "koyomi-incident-evidence.h"
#include "koyomi-json.h"

#include <string.h>

/* @incident: (out): the one of that number; 0 when none is asked for */
static gboolean
find_incident (KoyomiShell    *shell,
               KoyomiSession  *session,
               const char     *number,
               gint64         *incident,
               GError        **error)
{
  g_autoptr(GPtrArray) incidents = NULL;

  *incident = 0;
  if (number == NULL)
    return TRUE;

  if ((incidents = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT, 0, 0, shell->language, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < incidents->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (incidents, i), KOYOMI_INCIDENT_NUMBER), number) == 0)
      *incident = koyomi_record_get_id (g_ptr_array_index (incidents, i));

  if (*incident == 0)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the plan has no incident “%s”", number);

  return *incident != 0;
}

static const char *
describe (const KoyomiEvidenceCheckItem *item,
          KoyomiLanguage                 language)
{
  return item->is_checked ? koyomi_file_state_get_name (item->state, language) : koyomi_tr (language, N_("Could not be read"));
}

static void
print_text (KoyomiEvidenceCheck *check,
            KoyomiLanguage       language)
{
  g_autofree char *result = koyomi_evidence_check_describe (check, language);
  guint width = 0;

  for (guint i = 0; i < check->items->len; i++)
    width = MAX (width, koyomi_text_get_width (describe (g_ptr_array_index (check->items, i), language)));

  for (guint i = 0; i < check->items->len; i++)
    {
      const KoyomiEvidenceCheckItem *item = g_ptr_array_index (check->items, i);
      g_autofree char *name = g_file_get_parse_name (item->file);

      koyomi_print_column (describe (item, language), width);
      koyomi_print ("%s (%s)\n", item->title, name);
    }

  koyomi_print ("%s\n", check->items->len > 0 ? result : koyomi_tr (language, N_("No evidence is a file with a SHA-256.")));
}

static void
print_json (KoyomiEvidenceCheck *check)
{
  static const char * const states[] = { "same", "changed", "gone" };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < check->items->len; i++)
    {
      const KoyomiEvidenceCheckItem *item = g_ptr_array_index (check->items, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->evidence_id);
      g_autofree char *name = g_file_get_parse_name (item->file);

      json_builder_begin_object (builder);
      koyomi_json_add_text (builder, "id", id);
      koyomi_json_add_text (builder, "title", item->title);
      koyomi_json_add_text (builder, "file", name);
      koyomi_json_add_text (builder, "sha256", item->sha256);
      koyomi_json_add_text (builder, "state", item->is_checked ? states[item->state] : "unread");
      if (item->error != NULL)
        koyomi_json_add_text (builder, "error", item->error->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

/* Nothing is written: that the evidence was checked is noted in the window. */
KoyomiExit
koyomi_command_evidence (KoyomiShell  *shell,
                         int           argc,
                         char        **argv)
{
  gboolean json = FALSE;
  g_autofree char *number = NULL;
  const GOptionEntry entries[] = {
    { "incident", 0, 0, G_OPTION_ARG_FILENAME, &number, N_("Only the evidence of this incident"), N_("NUMBER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiEvidenceCheck) check = NULL;
  g_autoptr(GError) error = NULL;
  gint64 incident;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "evidence", entries, 1, &argc, &argv, &exit) ||
      (session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if (!find_incident (shell, session, number, &incident, &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_INPUT_REFUSED, error);

  if ((check = koyomi_session_begin_evidence_check (session, incident, shell->language, &error)) == NULL ||
      !koyomi_evidence_check_run (check, koyomi_shell_progress, shell, koyomi_shell_get_cancellable (), &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  if (json)
    print_json (check);
  else
    print_text (check, shell->language);

  return koyomi_evidence_check_is_good (check) ? KOYOMI_EXIT_DONE : KOYOMI_EXIT_NOT_SO;
}
