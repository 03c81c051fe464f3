#include "koyomi-audit-dialog.h"

#include "koyomi-audit-edit.h"
#include "koyomi-audit-items.h"
#include "koyomi-audit-window.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-inputs.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"

#include <stdio.h>

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *control;     /* (nullable): that the audit is to look at */
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiTextField  *number;
  KoyomiTextField  *title;
  GtkDropDown      *kind;
  KoyomiDayEntry   *first;
  KoyomiDayEntry   *last;
  KoyomiTextField  *lead;
  KoyomiChooser    *team;
  KoyomiTextField  *scope;
} Form;

/* Which audit is to look at a control. */
typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *control;
  KoyomiFiscalYear  year;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  GtkWidget        *choice;
  GPtrArray        *audits;      /* (element-type KoyomiRecord): those of the year that are not over */
} Planning;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_clear_object (&form->control);
  g_object_unref (form->workspace);
  g_free (form);
}

static const char *tr (Form       *form,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

static void
update (Form *form)
{
  guint32 first_day = koyomi_day_entry_get_day (form->first), last_day = koyomi_day_entry_get_day (form->last);
  gboolean is_backward = first_day != KOYOMI_DAY_NONE && last_day != KOYOMI_DAY_NONE && last_day < first_day;

  koyomi_day_entry_set_message (form->last, is_backward ? tr (form, N_("The last day comes before the first.")) : NULL);
  koyomi_form_dialog_set_can_accept (form->dialog, koyomi_form_inputs_is_filled (form->title) && first_day != KOYOMI_DAY_NONE && last_day != KOYOMI_DAY_NONE &&
                                     !is_backward);
}

static gboolean
day_cb (Form *form)
{
  update (form);

  return TRUE;
}

/* Returns: (transfer full): A-14 where the last one is A-13 */
static char *
propose_number (KoyomiWorkspace *workspace)
{
  g_autoptr(GPtrArray) audits = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_AUDIT, 0, 0,
                                                     koyomi_workspace_get_language (workspace), NULL);
  guint last = 0, number;

  for (guint i = 0; audits != NULL && i < audits->len; i++)
    if (sscanf (koyomi_record_get_text (g_ptr_array_index (audits, i), KOYOMI_AUDIT_NUMBER), "A-%6u", &number) == 1)
      last = MAX (last, number);

  return g_strdup_printf ("A-%02u", last + 1);
}

static KoyomiRecord *
make_audit (Form *form)
{
  KoyomiRecord *audit = koyomi_record_new (KOYOMI_TABLE_AUDIT);

  koyomi_form_inputs_read_text (form->number, audit, KOYOMI_AUDIT_NUMBER);
  koyomi_form_inputs_read_text (form->title, audit, KOYOMI_AUDIT_TITLE);
  koyomi_form_inputs_read_text (form->lead, audit, KOYOMI_AUDIT_LEAD);
  koyomi_form_inputs_read_text (form->scope, audit, KOYOMI_AUDIT_SCOPE);
  koyomi_record_set_int (audit, KOYOMI_AUDIT_KIND, gtk_drop_down_get_selected (form->kind));
  koyomi_record_set_int (audit, KOYOMI_AUDIT_TEAM, koyomi_chooser_get_id (form->team));
  koyomi_record_set_int (audit, KOYOMI_AUDIT_FIRST_DAY, koyomi_day_entry_get_day (form->first));
  koyomi_record_set_int (audit, KOYOMI_AUDIT_LAST_DAY, koyomi_day_entry_get_day (form->last));

  return audit;
}

/* Goes on with the rest of what is to be said of it. */
static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  g_autoptr(KoyomiRecord) audit = NULL;
  g_autoptr(GError) error = NULL;
  gint64 control, id;

  if (!koyomi_day_entry_commit (form->first) || !koyomi_day_entry_commit (form->last))
    return FALSE;

  audit = make_audit (form);
  control = form->control != NULL ? koyomi_record_get_id (form->control) : 0;
  id = koyomi_audit_add (session, audit, &control, form->control != NULL, koyomi_workspace_get_language (form->workspace), &error);
  if (id == 0)
    {
      koyomi_workspace_fail (form->workspace, tr (form, N_("The audit was not added")), error);
      return FALSE;
    }

  koyomi_audit_window_present (gtk_window_get_transient_for (GTK_WINDOW (dialog)), form->workspace, id);

  return TRUE;
}

static KoyomiDayEntry *
add_day (Form       *form,
         GtkBox     *line,
         const char *caption,
         guint32     day)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), day);
  g_signal_connect_swapped (entry, "commit", G_CALLBACK (day_cb), form);
  gtk_box_append (line, entry);

  return KOYOMI_DAY_ENTRY (entry);
}

static KoyomiTextField *
add_text (Form       *form,
          GtkBox     *line,
          const char *caption,
          const char *text)
{
  return koyomi_form_inputs_add_text (form->dialog, line, caption, text, G_CALLBACK (update), form);
}

static void
fill (Form    *form,
      guint32  day)
{
  g_autofree char *number = propose_number (form->workspace);
  GtkBox *line;

  form->title = add_text (form, NULL, tr (form, N_("_Title")), NULL);
  line = koyomi_form_inputs_add_line (form->dialog);
  form->number = add_text (form, line, tr (form, N_("_Number")), number);
  form->kind = koyomi_form_inputs_add_word (form->dialog, line, tr (form, N_("_Kind")), KOYOMI_AUDIT_KIND, KOYOMI_AUDIT_KIND_INTERNAL,
                                            koyomi_workspace_get_language (form->workspace));
  line = koyomi_form_inputs_add_line (form->dialog);
  form->first = add_day (form, line, tr (form, N_("_First day")), day);
  form->last = add_day (form, line, tr (form, N_("_Last day")), day);
  form->lead = add_text (form, NULL, tr (form, N_("Lead a_uditor")), NULL);
  form->team = KOYOMI_CHOOSER (koyomi_team_chooser_new (form->workspace, tr (form, N_("Auditing t_eam"))));
  koyomi_chooser_set_none (form->team, tr (form, N_("None of ours")));
  koyomi_team_chooser_show_team (form->team, form->workspace, 0);
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->team));
  form->scope = add_text (form, NULL, tr (form, N_("_Scope")), NULL);
}

/* @day: its first one at first; @control: (nullable): that it is to look at */
void
koyomi_audit_dialog_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             guint32          day,
                             KoyomiRecord    *control)
{
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->control = control != NULL ? g_object_ref (control) : NULL;
  form->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace), tr (form, N_("New Audit")), tr (form, N_("_Add")));
  fill (form, day);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (form->title));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}

static void
free_planning (gpointer  data,
               GClosure *closure)
{
  Planning *planning = data;

  g_ptr_array_unref (planning->audits);
  g_object_unref (planning->control);
  g_object_unref (planning->workspace);
  g_free (planning);
}

static gboolean
is_open_in (KoyomiRecord     *audit,
            KoyomiFiscalYear  year)
{
  KoyomiAuditStatus status = koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS);
  guint32 day = koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY);

  return (status == KOYOMI_AUDIT_STATUS_PLANNED || status == KOYOMI_AUDIT_STATUS_DOING) &&
         day >= koyomi_fiscal_year_get_first_day (year) && day <= koyomi_fiscal_year_get_last_day (year);
}

static GPtrArray *
list_open (KoyomiWorkspace  *workspace,
           KoyomiFiscalYear  year)
{
  g_autoptr(GPtrArray) all = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_AUDIT, 0, 0,
                                                  koyomi_workspace_get_language (workspace), NULL);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_open_in (g_ptr_array_index (all, i), year))
      g_ptr_array_add (open, g_object_ref (g_ptr_array_index (all, i)));

  return open;
}

/* Of a year that is going on an audit begins today at the earliest. */
static guint32
get_first_day (KoyomiFiscalYear year)
{
  return CLAMP (koyomi_day_today (), koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year));
}

static gboolean
planned_cb (KoyomiFormDialog *dialog,
            gpointer          data)
{
  Planning *planning = data;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (planning->choice));
  g_autoptr(GError) error = NULL;

  if (selected >= planning->audits->len)
    {
      koyomi_audit_dialog_present (gtk_window_get_transient_for (GTK_WINDOW (dialog)), planning->workspace, get_first_day (planning->year),
                                   planning->control);
      return TRUE;
    }
  if (koyomi_audit_items_add (planning->workspace, koyomi_record_get_id (g_ptr_array_index (planning->audits, selected)),
                              koyomi_record_get_id (planning->control), &error))
    return TRUE;

  koyomi_workspace_fail (planning->workspace, koyomi_workspace_tr (planning->workspace, N_("The audit was not changed")), error);

  return FALSE;
}

static void
offer_audits (Planning *planning)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < planning->audits->len; i++)
    {
      KoyomiRecord *audit = g_ptr_array_index (planning->audits, i);
      g_autofree char *name = g_strdup_printf ("%s %s", koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER), koyomi_record_get_title (audit));

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, koyomi_workspace_tr (planning->workspace, N_("A new audit…")));
  planning->choice = koyomi_form_dialog_append_choice (planning->dialog, koyomi_workspace_tr (planning->workspace, N_("_Audit")), names, 0);
}

/* Asks which audit of the year is to look at @control; where there is none it is a new one. */
void
koyomi_audit_dialog_present_for (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 KoyomiFiscalYear  year,
                                 KoyomiRecord     *control)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  GPtrArray *audits = list_open (workspace, year);
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  g_autofree char *title = NULL;
  Planning *planning;

  if (audits->len == 0)
    {
      g_ptr_array_unref (audits);
      koyomi_audit_dialog_present (parent, workspace, get_first_day (year), control);
      return;
    }

  planning = g_new0 (Planning, 1);
  planning->workspace = g_object_ref (workspace);
  planning->control = g_object_ref (control);
  planning->year = year;
  planning->audits = audits;
  /* Translators: the number of a clause or control, and a fiscal year */
  title = g_strdup_printf (koyomi_tr (language, N_("Audit of %s in %s")), koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), year_name);
  planning->dialog = koyomi_form_dialog_new (parent, language, title, koyomi_tr (language, N_("_Plan")));
  offer_audits (planning);
  koyomi_form_dialog_set_can_accept (planning->dialog, TRUE);
  koyomi_form_dialog_set_first_focus (planning->dialog, planning->choice);
  g_signal_connect_data (planning->dialog, "accepted", G_CALLBACK (planned_cb), planning, free_planning, 0);
  koyomi_form_dialog_present (planning->dialog);
}
