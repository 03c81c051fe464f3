#include "koyomi-error-dialog.h"

#include "koyomi-plan-error.h"
#include "koyomi-report-error.h"

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

static GtkWidget *
make_file_label (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  /* The dialog is as narrow as it can be where the answers stand below each other, and too high for the screen then. */
  gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/* Returns: (transfer floating): what happened in the words of the program, to be unfolded */
GtkWidget *
koyomi_error_details_create (KoyomiLanguage  language,
                             const GError   *error)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (koyomi_tr (language, "_Details"));
  GtkWidget *label = gtk_label_new (error->message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Details"), -1);

  return expander;
}

/* What comes first, and would have the keyboard, are the details. */
static void
mapped_cb (GtkWindow *dialog)
{
  GtkWidget *best = gtk_window_get_default_widget (dialog);

  if (best != NULL)
    gtk_widget_grab_focus (best);
}

/**
 * koyomi_error_dialog_new:
 * @title: what did not happen, translated
 * @body: what happened and what to do now, translated
 * @path: (nullable): the file that it is about
 *
 * Returns: (transfer none): a dialog with a way to close it; what else can be done its maker adds
 */
GtkWidget *
koyomi_error_dialog_new (GtkWindow      *parent,
                         KoyomiLanguage  language,
                         const char     *title,
                         const char     *body,
                         const char     *path,
                         const GError   *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, title, body);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (path != NULL)
    gtk_box_append (GTK_BOX (box), make_file_label (path));
  gtk_box_append (GTK_BOX (box), koyomi_error_details_create (language, error));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", koyomi_tr (language, "_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect (dialog, "map", G_CALLBACK (mapped_cb), NULL);

  return dialog;
}

/**
 * koyomi_error_dialog_present:
 * @title: what did not happen, translated
 * @path: (nullable): the file that it is about
 *
 * Tells what happened, to which file, and what to do now. What the person has cancelled needs no word.
 */
void
koyomi_error_dialog_present (GtkWindow      *parent,
                             KoyomiLanguage  language,
                             const char     *title,
                             const char     *path,
                             const GError   *error)
{
  g_autofree char *advice = koyomi_error_advise (error, language);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_present (GTK_WINDOW (koyomi_error_dialog_new (parent, language, title, advice, path, error)));
}
