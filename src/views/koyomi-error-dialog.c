#include "koyomi-error-dialog.h"

#include "koyomi-plan-error.h"
#include "koyomi-report-error.h"

#include <adwaita.h>

/* Returns: (transfer full): what the person can do about @error, in @language; "" when there is nothing in particular */
char *
koyomi_error_advise (const GError   *error,
                     KoyomiLanguage  language)
{
  if (error->domain == KOYOMI_PLAN_ERROR)
    return g_strdup (koyomi_plan_error_get_advice (error->code, language));
  else if (error->domain == KOYOMI_REPORT_ERROR)
    return g_strdup (koyomi_report_error_get_advice (error->code, language));
  else
    return g_strdup ("");
}

/**
 * koyomi_error_dialog_present:
 * @title: what did not happen, translated
 * @path: (nullable): the file that it is about
 *
 * Tells what happened, to which file, and what to do now.
 */
void
koyomi_error_dialog_present (GtkWindow      *parent,
                             KoyomiLanguage  language,
                             const char     *title,
                             const char     *path,
                             const GError   *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, title, NULL);
  g_autofree char *advice = koyomi_error_advise (error, language);
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;
  GString *body = g_string_new (advice);

  if (name != NULL)
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", name);
  g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", error->message);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", koyomi_tr (language, "_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
  g_string_free (body, TRUE);
}
