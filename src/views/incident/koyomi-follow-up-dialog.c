#include "koyomi-follow-up-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-incident-follow-up.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

/* What is to be done has this long at first. */
#define PROPOSED_DAYS 30

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            incident;
  KoyomiFormDialog *dialog;     /* not owned, like what stands in it */
  GtkWidget        *title;
  GtkWidget        *function;
  GtkWidget        *first;
  GtkWidget        *last;
  GtkWidget        *team;
  GtkWidget        *owner;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

static gboolean
are_days_good (Form *form)
{
  return koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->first)) <= koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->last));
}

static void
update (Form *form)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));

  koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (form->last),
                                are_days_good (form) ? NULL : koyomi_workspace_tr (form->workspace, "This is before the first day"));
  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (title) && are_days_good (form) &&
                                     koyomi_chooser_get_id (KOYOMI_CHOOSER (form->function)) != 0);
}

static gboolean
day_cb (Form  *form,
        guint  day)
{
  update (form);

  return TRUE;
}

static gint64
make (Form    *form,
      GError **error)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));
  g_autofree char *owner = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->owner));

  return koyomi_follow_up_make (koyomi_workspace_get_session (form->workspace), form->incident,
                                koyomi_chooser_get_id (KOYOMI_CHOOSER (form->function)), title,
                                koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->first)),
                                koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->last)),
                                koyomi_chooser_get_id (KOYOMI_CHOOSER (form->team)), *owner != '\0' ? owner : NULL, koyomi_time_now (),
                                koyomi_workspace_get_language (form->workspace), error);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (form->first)) || !koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (form->last)))
    return FALSE;

  update (form);
  if (!are_days_good (form))
    return FALSE;

  if (make (form, &error) != 0)
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The follow-up was not added"), error);

  return FALSE;
}

static gboolean
keep_cb (void)
{
  return TRUE;
}

static GtkWidget *
add_text (Form       *form,
          const char *caption)
{
  GtkWidget *field = koyomi_text_field_new (caption);
  GtkWidget *input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));

  g_signal_connect (field, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect_swapped (input, "changed", G_CALLBACK (update), form);
  koyomi_form_dialog_accept_on_enter (form->dialog, input);
  koyomi_form_dialog_append (form->dialog, field);

  return field;
}

static GtkWidget *
make_day (Form       *form,
          GtkWidget  *line,
          const char *caption,
          guint32     day)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), day);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "commit", G_CALLBACK (day_cb), form);
  gtk_box_append (GTK_BOX (line), entry);

  return entry;
}

static void
fill (Form           *form,
      KoyomiLanguage  language)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  form->title = add_text (form, koyomi_tr (language, "_What is to be done"));
  form->function = koyomi_function_chooser_new (form->workspace, koyomi_tr (language, "_Function, in whose row it stands"));
  koyomi_function_chooser_show_function (KOYOMI_CHOOSER (form->function), form->workspace, 0);
  g_signal_connect_swapped (form->function, "chosen", G_CALLBACK (update), form);
  koyomi_form_dialog_append (form->dialog, form->function);
  form->first = make_day (form, line, koyomi_tr (language, "F_irst day"), koyomi_day_today ());
  form->last = make_day (form, line, koyomi_tr (language, "_Last day"), koyomi_day_today () + PROPOSED_DAYS);
  koyomi_form_dialog_append (form->dialog, line);
  form->team = koyomi_team_chooser_new (form->workspace, koyomi_tr (language, "Tea_m"));
  koyomi_team_chooser_show_team (KOYOMI_CHOOSER (form->team), form->workspace, 0);
  koyomi_form_dialog_append (form->dialog, form->team);
  form->owner = add_text (form, koyomi_tr (language, "_Owner"));
}

void
koyomi_follow_up_dialog_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 gint64           incident)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->incident = incident;
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Add Follow-up"), koyomi_tr (language, "_Add"));
  fill (form, language);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->title)));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
