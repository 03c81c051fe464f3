#include "koyomi-run-title.h"

#include "koyomi-day.h"

/* Returns: (transfer full): its own title, else that of its activity; "" when it is gone */
static char *
dup_title (KoyomiWorkspace *workspace,
           gint64           run)
{
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, run, language, NULL);
  g_autoptr(KoyomiRecord) activity = NULL;

  if (record == NULL)
    return g_strdup ("");

  if (*koyomi_record_get_title (record) != '\0')
    return g_strdup (koyomi_record_get_title (record));

  activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY),
                                 language, NULL);

  return g_strdup (activity != NULL ? koyomi_record_get_title (activity) : "");
}

static char *
describe_run (KoyomiWorkspace *workspace,
              gint64           run)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_OCCURRENCE, run,
                                                       koyomi_workspace_get_language (workspace), NULL);
  g_autofree char *title = dup_title (workspace, run);
  g_autofree char *days = NULL;

  if (record == NULL)
    return g_steal_pointer (&title);

  days = koyomi_day_format_span (koyomi_record_get_day (record, KOYOMI_OCCURRENCE_FIRST_DAY),
                                 koyomi_record_get_day (record, KOYOMI_OCCURRENCE_LAST_DAY), koyomi_workspace_get_language (workspace));

  return g_strdup_printf ("%s\n%s", title, days);
}

/* A label with the title and the days of one run, or the number of several. */
GtkWidget *
koyomi_run_title_make_label (KoyomiWorkspace *workspace,
                             GArray          *runs)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (runs->len == 1)
    text = describe_run (workspace, g_array_index (runs, gint64, 0));
  else
    text = g_strdup_printf (koyomi_ntr (koyomi_workspace_get_language (workspace), "%u run", "%u runs", runs->len), runs->len);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "heading");

  return label;
}
