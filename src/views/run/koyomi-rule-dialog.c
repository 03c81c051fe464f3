#include "koyomi-rule-dialog.h"

#include "koyomi-activity-edit.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-delete-dialog.h"
#include "koyomi-form-dialog.h"
#include "koyomi-recurrence.h"
#include "koyomi-rule-editor.h"
#include "koyomi-run-edit.h"
#include "koyomi-run-title.h"
#include "koyomi-scope-field.h"
#include "koyomi-span-field.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *run;
  KoyomiRecord     *activity;
  guint             n_runs;
  KoyomiFormDialog *dialog;       /* not owned, like what stands in it */
  GtkWidget        *scope;        /* NULL for what happens once */
  GtkWidget        *span;
  GtkWidget        *editor;
  GtkWidget        *effect;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_object_unref (form->run);
  g_object_unref (form->activity);
  g_free (form);
}

static KoyomiScope
get_scope (Form *form)
{
  return form->scope != NULL ? koyomi_scope_field_get_scope (KOYOMI_SCOPE_FIELD (form->scope)) : KOYOMI_SCOPE_ALL;
}

/* The days that stand there before somebody changes them. */
static guint32
get_first_day (Form *form)
{
  switch (get_scope (form))
    {
    case KOYOMI_SCOPE_THIS:
      return koyomi_record_get_day (form->run, KOYOMI_OCCURRENCE_FIRST_DAY);
    case KOYOMI_SCOPE_LATER:
      return koyomi_record_get_day (form->run, KOYOMI_OCCURRENCE_SLOT_DAY);
    case KOYOMI_SCOPE_ALL:
    default:
      return koyomi_record_get_day (form->activity, KOYOMI_ACTIVITY_FIRST_DAY);
    }
}

static int
get_duration (Form *form)
{
  if (get_scope (form) == KOYOMI_SCOPE_THIS)
    return koyomi_record_get_day (form->run, KOYOMI_OCCURRENCE_LAST_DAY) -
           koyomi_record_get_day (form->run, KOYOMI_OCCURRENCE_FIRST_DAY) + 1;

  return koyomi_record_get_int (form->activity, KOYOMI_ACTIVITY_DURATION);
}

/* The same rule can be written in several ways. */
static gboolean
is_same_rule (const char *one,
              const char *other)
{
  KoyomiRecurrence first, second;

  return koyomi_recurrence_parse (&first, one, NULL) && koyomi_recurrence_parse (&second, other, NULL) &&
         koyomi_recurrence_equal (&first, &second);
}

/* Returns: (transfer full): the activity with what was changed; only that is set */
static KoyomiRecord *
make_change (Form *form)
{
  KoyomiRecord *activity = koyomi_record_copy (form->activity);
  guint32 first_day = koyomi_span_field_get_first_day (KOYOMI_SPAN_FIELD (form->span));
  g_autofree char *rule = koyomi_rule_editor_dup_rule (KOYOMI_RULE_EDITOR (form->editor));

  if (!is_same_rule (rule, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE)))
    koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  if (first_day != get_first_day (form))
    koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, koyomi_span_field_get_length (KOYOMI_SPAN_FIELD (form->span)));

  return activity;
}

static void
append_count (GString *text,
              guint    n,
              char    *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
  g_free (words);
}

static char *
describe_effect (const KoyomiScopeEffect *effect,
                 KoyomiLanguage           language)
{
  guint kept = effect->n_kept;
  guint moved = effect->n_moved;
  guint removed = effect->n_removed;
  guint added = effect->n_added;
  GString *text = g_string_new (NULL);

  append_count (text, kept, g_strdup_printf (koyomi_ntr (language, "%u run stays as it is", "%u runs stay as they are", kept), kept));
  append_count (text, moved, g_strdup_printf (koyomi_ntr (language, "%u moves", "%u move", moved), moved));
  append_count (text, removed, g_strdup_printf (koyomi_ntr (language, "%u is removed", "%u are removed", removed), removed));
  append_count (text, added, g_strdup_printf (koyomi_ntr (language, "%u is added", "%u are added", added), added));

  return g_string_free (text, FALSE);
}

/* The rule in a sentence, and below it what the change does. */
static void
show_effect (Form       *form,
             const char *text)
{
  g_autofree char *sentence = koyomi_rule_editor_describe (KOYOMI_RULE_EDITOR (form->editor));
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>\n%s", sentence, text);

  gtk_label_set_markup (GTK_LABEL (form->effect), markup);
}

static void
update (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  KoyomiScope scope = get_scope (form);
  g_autoptr(KoyomiRecord) change = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  KoyomiScopeEffect effect;

  koyomi_span_field_give_length (KOYOMI_SPAN_FIELD (form->span),
                                 scope != KOYOMI_SCOPE_THIS ? koyomi_rule_editor_get_length (KOYOMI_RULE_EDITOR (form->editor)) : NULL);
  if (scope == KOYOMI_SCOPE_THIS)
    {
      show_effect (form, koyomi_tr (language, "The rule stays as it is."));
      return;
    }

  change = make_change (form);
  if (!koyomi_record_has_changes (change))
    {
      show_effect (form, koyomi_tr (language, "Nothing is changed yet."));
      return;
    }

  if (!koyomi_activity_preview (koyomi_workspace_get_session (form->workspace), change, koyomi_record_get_id (form->run), scope,
                                language, &effect, &error))
    {
      show_effect (form, koyomi_tr (language, "These days do not go together with the rule."));
      return;
    }

  text = describe_effect (&effect, language);
  show_effect (form, text);
}

static void
days_cb (Form *form)
{
  koyomi_rule_editor_set_days (KOYOMI_RULE_EDITOR (form->editor), koyomi_span_field_get_first_day (KOYOMI_SPAN_FIELD (form->span)),
                               koyomi_span_field_get_length (KOYOMI_SPAN_FIELD (form->span)));
  update (form);
}

static void
scope_cb (Form *form)
{
  gtk_widget_set_visible (form->editor, get_scope (form) != KOYOMI_SCOPE_THIS);
  koyomi_span_field_show (KOYOMI_SPAN_FIELD (form->span), get_first_day (form), get_duration (form));
  koyomi_span_field_set_minimum (KOYOMI_SPAN_FIELD (form->span), get_scope (form) == KOYOMI_SCOPE_LATER ? get_first_day (form)
                                                                                                      : KOYOMI_DAY_NONE);
  days_cb (form);
}

static gboolean
change_run (Form    *form,
            GError **error)
{
  guint32 first_day = koyomi_span_field_get_first_day (KOYOMI_SPAN_FIELD (form->span));

  return koyomi_run_set_days (koyomi_workspace_get_session (form->workspace), koyomi_record_get_id (form->run), first_day,
                              first_day + koyomi_span_field_get_length (KOYOMI_SPAN_FIELD (form->span)) - 1,
                              koyomi_workspace_get_language (form->workspace), error);
}

static gboolean
change_activity (Form    *form,
                 GError **error)
{
  g_autoptr(KoyomiRecord) change = make_change (form);

  return koyomi_activity_change (koyomi_workspace_get_session (form->workspace), change, koyomi_record_get_id (form->run),
                                 get_scope (form), koyomi_workspace_get_language (form->workspace), error);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  gboolean is_this = get_scope (form) == KOYOMI_SCOPE_THIS;
  g_autoptr(GError) error = NULL;

  if (!koyomi_span_field_commit (KOYOMI_SPAN_FIELD (form->span)) ||
      (!is_this && !koyomi_rule_editor_commit (KOYOMI_RULE_EDITOR (form->editor))))
    return FALSE;

  if (is_this ? change_run (form, &error) : change_activity (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The repetition was not changed"), error);

  return FALSE;
}

static void
delete_cb (Form *form)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (form->dialog));
  g_autoptr(KoyomiWorkspace) workspace = g_object_ref (form->workspace);
  gint64 run = koyomi_record_get_id (form->run);

  gtk_window_destroy (GTK_WINDOW (form->dialog));
  koyomi_delete_dialog_present (parent, workspace, run);
}

static GtkWidget *
make_effect (Form *form)
{
  form->effect = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->effect), 0);
  gtk_label_set_wrap (GTK_LABEL (form->effect), TRUE);

  return form->effect;
}

static GtkWidget *
make_delete_button (Form *form)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (koyomi_workspace_tr (form->workspace, "_Delete…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_cb), form);

  return button;
}

static void
fill (Form   *form,
      GArray *runs)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);

  koyomi_form_dialog_append (form->dialog, koyomi_run_title_make_label (form->workspace, runs));
  if (form->n_runs > 1)
    {
      form->scope = koyomi_scope_field_new (language, KOYOMI_SCOPE_LATER);
      koyomi_scope_field_set_subtitle (KOYOMI_SCOPE_FIELD (form->scope), KOYOMI_SCOPE_THIS, koyomi_tr (language, "Its own days; the rule stays"));
      koyomi_scope_field_set_subtitle (KOYOMI_SCOPE_FIELD (form->scope), KOYOMI_SCOPE_LATER, koyomi_tr (language, "What was before stays as it is"));
      koyomi_scope_field_set_subtitle (KOYOMI_SCOPE_FIELD (form->scope), KOYOMI_SCOPE_ALL, koyomi_tr (language, "What is past, done or changed by hand stays as it is"));
      koyomi_form_dialog_append (form->dialog, form->scope);
      g_signal_connect_swapped (form->scope, "changed", G_CALLBACK (scope_cb), form);
    }

  form->span = koyomi_span_field_new (language);
  form->editor = koyomi_rule_editor_new (form->workspace);
  koyomi_form_dialog_append (form->dialog, form->span);
  koyomi_form_dialog_append (form->dialog, form->editor);
  koyomi_form_dialog_append (form->dialog, make_delete_button (form));
  koyomi_form_dialog_set_footer (form->dialog, make_effect (form));
  koyomi_rule_editor_set_rule (KOYOMI_RULE_EDITOR (form->editor), koyomi_record_get_text (form->activity, KOYOMI_ACTIVITY_RULE));
  koyomi_form_dialog_set_first_focus (form->dialog, form->scope != NULL ? form->scope : form->span);
}

static guint
count_runs (KoyomiWorkspace *workspace,
            gint64           activity)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_OCCURRENCE,
                                                   KOYOMI_OCCURRENCE_ACTIVITY, activity, koyomi_workspace_get_language (workspace),
                                                   NULL);

  return runs != NULL ? runs->len : 0;
}

void
koyomi_rule_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            gint64           run)
{
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, run, language, NULL);
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(KoyomiRecord) activity = NULL;
  Form *form;

  if (record == NULL)
    return;

  activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY), language, NULL);
  if (activity == NULL)
    return;

  g_array_append_val (runs, run);
  form = g_new0 (Form, 1);
  form->workspace = g_object_ref (workspace);
  form->run = g_steal_pointer (&record);
  form->activity = g_steal_pointer (&activity);
  form->n_runs = count_runs (workspace, koyomi_record_get_id (form->activity));
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Edit Repetition"), koyomi_tr (language, "_Apply"));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  fill (form, runs);
  g_signal_connect_swapped (form->span, "changed", G_CALLBACK (days_cb), form);
  g_signal_connect_swapped (form->editor, "changed", G_CALLBACK (update), form);
  scope_cb (form);
  koyomi_form_dialog_present (form->dialog);
}
