#include "koyomi-goal-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-maturity-edit.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  GArray           *functions;   /* (element-type gint64) */
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  GtkDropDown      *level;
  KoyomiDayEntry   *day;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_array_unref (form->functions);
  g_free (form);
}

static gboolean
keep_cb (KoyomiDayEntry *entry,
         guint           day,
         gpointer        data)
{
  return TRUE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (form->day))
    return FALSE;

  if (koyomi_maturity_set_goals (koyomi_workspace_get_session (form->workspace), form->functions,
                                 KOYOMI_LEVEL_HIGHEST - (int) gtk_drop_down_get_selected (form->level),
                                 koyomi_day_entry_get_day (form->day), language, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (language, N_("The goals were not set")), error);

  return FALSE;
}

/* What the levels mean in-house: there they are told apart by what the company does. */
static GtkDropDown *
make_levels (KoyomiLanguage language,
             int            level)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *levels;

  for (int i = KOYOMI_LEVEL_HIGHEST; i >= KOYOMI_LEVEL_LOWEST; i--)
    {
      g_autofree char *name = g_strdup_printf ("%d  %s", i, koyomi_maturity_get_wording (KOYOMI_EXECUTION_INSOURCE, i, language));

      gtk_string_list_append (names, name);
    }
  levels = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_add_css_class (levels, "koyomi-level");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (levels), KOYOMI_LEVEL_HIGHEST - level);
  gtk_accessible_update_property (GTK_ACCESSIBLE (levels), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, N_("Goal")), -1);

  return GTK_DROP_DOWN (levels);
}

static void
fill_dialog (Form    *form,
             int      level,
             guint32  day)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *text = g_strdup_printf (koyomi_ntr (language, "%u function gets this goal.", "%u functions get this goal.",
                                                       form->functions->len), form->functions->len);
  GtkWidget *about = gtk_label_new (text);
  GtkWidget *caption = gtk_label_new_with_mnemonic (koyomi_tr (language, N_("_Goal")));
  GtkWidget *entry = koyomi_day_entry_new (koyomi_tr (language, N_("_Until")), language);

  form->level = make_levels (language, level);
  form->day = KOYOMI_DAY_ENTRY (entry);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), GTK_WIDGET (form->level));
  koyomi_form_dialog_append (form->dialog, about);
  koyomi_form_dialog_append (form->dialog, caption);
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->level));
  koyomi_form_dialog_append (form->dialog, entry);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (form->day));
  koyomi_day_entry_replace_day (form->day, day);
  g_signal_connect (entry, "commit", G_CALLBACK (keep_cb), NULL);
  koyomi_form_dialog_set_first_focus (form->dialog, GTK_WIDGET (form->level));
}

/**
 * koyomi_goal_dialog_present:
 * @functions: (element-type gint64)
 * @level: what is proposed
 * @day: likewise; 0 for no day
 */
void
koyomi_goal_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            GArray          *functions,
                            int              level,
                            guint32          day)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->functions = g_array_ref (functions);
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Set Goal")), koyomi_tr (language, N_("_Set")));
  fill_dialog (form, CLAMP (level, KOYOMI_LEVEL_LOWEST, KOYOMI_LEVEL_HIGHEST), day);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
