#include "koyomi-programme-page.h"

#include "koyomi-audit-columns.h"
#include "koyomi-audit-dialog.h"
#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-record-edit.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiProgrammePage
{
  KoyomiAuditPane       parent_instance;

  GtkWidget            *box;
  GtkWidget            *earlier_button;
  GtkWidget            *later_button;
  GtkLabel             *years_label;
  GtkWidget            *gaps_button;
  GtkWidget            *new_button;
  GtkWidget            *first_button;
  GtkWidget            *open_button;
  GtkWidget            *remove_button;
  GtkWidget            *audits_place;
  GtkWidget            *controls_place;

  KoyomiDataTable      *audits;
  KoyomiDataTable      *controls;
  KoyomiFiscalYear      first_year;
  GPtrArray            *rows;             /* (element-type KoyomiCoverageRow) */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiProgrammePage, box),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, earlier_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, later_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, years_label),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, gaps_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, new_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, first_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, open_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, remove_button),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, audits_place),
  KOYOMI_UI_CHILD (KoyomiProgrammePage, controls_place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiProgrammePage, koyomi_programme_page, KOYOMI_TYPE_AUDIT_PANE)

static gboolean
is_wanted (gconstpointer row,
           gpointer      page)
{
  return !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (KOYOMI_PROGRAMME_PAGE (page)->gaps_button)) ||
         ((const KoyomiCoverageRow *) row)->is_gap;
}

static KoyomiFiscalYear
get_year (KoyomiProgrammePage *self,
          guint                index)
{
  return (KoyomiFiscalYear) { self->first_year.year + (int) index, self->first_year.start_month };
}

static void
show_years (KoyomiProgrammePage *self)
{
  KoyomiLanguage language = koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
  g_autofree char *first = koyomi_fiscal_year_format (get_year (self, 0), language);
  g_autofree char *last = koyomi_fiscal_year_format (get_year (self, KOYOMI_PROGRAMME_YEARS - 1), language);
  g_autofree char *years = g_strdup_printf ("%s – %s", first, last);

  gtk_label_set_label (self->years_label, years);
  for (guint i = 0; i < KOYOMI_PROGRAMME_YEARS; i++)
    {
      g_autofree char *name = koyomi_fiscal_year_format (get_year (self, i), language);

      koyomi_data_table_set_title (self->controls, KOYOMI_FIRST_COVERAGE_COLUMN + i, name);
    }
}

static void
show_gaps (KoyomiProgrammePage *self,
           guint                n_gaps)
{
  KoyomiLanguage language = koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
  g_autofree char *text = g_strdup_printf (koyomi_ntr (language, "✕ %u gap", "✕ %u gaps", n_gaps), n_gaps);
  const char *classes[] = { "koyomi-chip", n_gaps > 0 ? "koyomi-bad" : "koyomi-good", NULL };

  gtk_button_set_label (GTK_BUTTON (self->gaps_button), text);
  gtk_widget_set_css_classes (self->gaps_button, classes);
}

static gboolean
koyomi_programme_page_refresh (KoyomiAuditPane  *pane,
                               GError          **error)
{
  KoyomiProgrammePage *self = KOYOMI_PROGRAMME_PAGE (pane);
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (koyomi_audit_pane_get_session (pane), koyomi_day_today (),
                                                                     koyomi_audit_pane_get_language (pane), error);
  g_autoptr(GHashTable) breaches = NULL;
  g_autoptr(KoyomiAuditProgramme) programme = NULL;

  if (facts == NULL)
    return FALSE;

  if ((breaches = koyomi_session_load_audit_breaches (koyomi_audit_pane_get_session (pane), koyomi_day_today (), koyomi_audit_pane_get_language (pane),
                                                      error)) == NULL)
    return FALSE;

  programme = koyomi_audit_programme_make (facts, self->first_year);
  koyomi_audit_programme_take_breaches (programme, breaches);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = koyomi_coverage_list_rows (programme);
  show_years (self);
  show_gaps (self, programme->n_gaps);
  gtk_stack_set_visible_child_name (GTK_STACK (self->audits_place),
                                    koyomi_data_table_show (self->audits, programme->audits, NULL, NULL) > 0 ? "table" : "none");
  koyomi_data_table_show (self->controls, self->rows, is_wanted, self);

  return TRUE;
}

static void
step (KoyomiProgrammePage *self,
      int                  n)
{
  self->first_year.year += n;
  koyomi_audit_pane_refresh (KOYOMI_AUDIT_PANE (self));
}

static void
earlier_cb (KoyomiProgrammePage *self)
{
  step (self, -1);
}

static void
later_cb (KoyomiProgrammePage *self)
{
  step (self, 1);
}

static void
gaps_cb (KoyomiProgrammePage *self)
{
  if (self->rows != NULL)
    koyomi_data_table_show (self->controls, self->rows, is_wanted, self);
}

static void
new_cb (KoyomiProgrammePage *self)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);

  koyomi_audit_dialog_present (koyomi_audit_pane_get_window (pane), koyomi_audit_pane_get_workspace (pane), koyomi_day_today (), NULL);
}

static void
open_cb (KoyomiProgrammePage *self)
{
  gint64 id = koyomi_data_table_get_chosen (self->audits);

  if (id != 0)
    koyomi_audit_pane_open (KOYOMI_AUDIT_PANE (self), KOYOMI_TABLE_AUDIT, id);
}

static void
remove_cb (KoyomiProgrammePage *self)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);
  KoyomiWorkspace *workspace = koyomi_audit_pane_get_workspace (pane);
  gint64 id = koyomi_data_table_get_chosen (self->audits);
  g_autoptr(GError) error = NULL;

  if (id != 0 && koyomi_workspace_can_edit (workspace) &&
      !koyomi_session_remove (koyomi_audit_pane_get_session (pane), KOYOMI_TABLE_AUDIT, id, koyomi_audit_pane_get_language (pane), &error))
    koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, N_("The audit was not deleted")), error);
}

static void
chosen_cb (KoyomiProgrammePage *self)
{
  gboolean is_chosen = koyomi_data_table_get_chosen (self->audits) != 0;

  gtk_widget_set_sensitive (self->open_button, is_chosen);
  gtk_widget_set_sensitive (self->remove_button,
                            is_chosen && koyomi_workspace_can_edit (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self))));
}

static const KoyomiCoverageRow *
get_row (KoyomiProgrammePage *self)
{
  gint64 id = koyomi_data_table_get_chosen (self->controls);

  for (guint i = 0; i < self->rows->len; i++)
    if (koyomi_coverage_row_get_id (g_ptr_array_index (self->rows, i)) == id)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* What an audit looks at leads to that audit; where there is none, one is planned. */
static void
go_to_year (KoyomiProgrammePage *self,
            guint                year)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);
  const KoyomiCoverageRow *row = get_row (self);

  if (row == NULL)
    return;
  if (row->audits[year] != 0)
    koyomi_audit_pane_open (pane, KOYOMI_TABLE_AUDIT, row->audits[year]);
  else if (koyomi_workspace_can_edit (koyomi_audit_pane_get_workspace (pane)))
    koyomi_audit_dialog_present_for (koyomi_audit_pane_get_window (pane), koyomi_audit_pane_get_workspace (pane), get_year (self, year),
                                     row->control);
}

static void
pressed_cb (KoyomiProgrammePage *self,
            guint                column)
{
  go_to_year (self, column - KOYOMI_FIRST_COVERAGE_COLUMN);
}

/* The row as a whole: the first year that has an audit of it, else the one of today, else the first. */
static void
activated_cb (KoyomiProgrammePage *self)
{
  const KoyomiCoverageRow *row = get_row (self);
  int now = koyomi_fiscal_year_of_day (koyomi_day_today (), self->first_year.start_month).year - self->first_year.year;

  for (guint i = 0; row != NULL && i < KOYOMI_PROGRAMME_YEARS; i++)
    if (row->audits[i] != 0)
      {
        go_to_year (self, i);
        return;
      }
  go_to_year (self, now >= 0 && now < KOYOMI_PROGRAMME_YEARS ? now : 0);
}

static gboolean
koyomi_programme_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_PROGRAMME_PAGE (widget)->audits)) ||
         gtk_widget_child_focus (KOYOMI_PROGRAMME_PAGE (widget)->box, GTK_DIR_TAB_FORWARD);
}

static void
koyomi_programme_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_pointer (&KOYOMI_PROGRAMME_PAGE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_programme_page_parent_class)->dispose (object);
}

static void
koyomi_programme_page_class_init (KoyomiProgrammePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_programme_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_programme_page_grab_focus;
  KOYOMI_AUDIT_PANE_CLASS (klass)->refresh = koyomi_programme_page_refresh;
}

static void
koyomi_programme_page_init (KoyomiProgrammePage *self)
{
}

static void
make_tables (KoyomiProgrammePage *self,
             KoyomiLanguage       language)
{
  self->audits = KOYOMI_DATA_TABLE (koyomi_data_table_new (koyomi_tr (language, N_("Audits")), language, koyomi_audit_columns,
                                                           koyomi_n_audit_columns, koyomi_audit_columns_get_id));
  self->controls = KOYOMI_DATA_TABLE (koyomi_data_table_new (koyomi_tr (language, N_("What the audits look at")), language,
                                                             koyomi_coverage_columns, koyomi_n_coverage_columns, koyomi_coverage_row_get_id));
  gtk_widget_set_hexpand (GTK_WIDGET (self->audits), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->audits), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->controls), TRUE);
  gtk_stack_add_named (GTK_STACK (self->audits_place), GTK_WIDGET (self->audits), "table");
  gtk_box_append (GTK_BOX (self->controls_place), GTK_WIDGET (self->controls));
}

static void
connect (KoyomiProgrammePage *self)
{
  g_signal_connect_object (self->earlier_button, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->later_button, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gaps_button, "toggled", G_CALLBACK (gaps_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audits, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audits, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audits, "removing", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controls, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controls, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_programme_page_new (KoyomiWorkspace *workspace)
{
  KoyomiProgrammePage *self = g_object_new (KOYOMI_TYPE_PROGRAMME_PAGE, NULL);

  koyomi_audit_pane_attach (KOYOMI_AUDIT_PANE (self), workspace);
  self->first_year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (workspace), koyomi_day_today ());
  koyomi_ui_build (self, KOYOMI_TYPE_PROGRAMME_PAGE, "koyomi-programme-page", koyomi_workspace_get_language (workspace), children);
  gtk_widget_set_sensitive (self->new_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_sensitive (self->first_button, koyomi_workspace_can_edit (workspace));
  make_tables (self, koyomi_workspace_get_language (workspace));
  koyomi_data_table_set_menu (self->audits, koyomi_workspace_tr (workspace, N_("_Open")),
                              koyomi_workspace_can_edit (workspace) ? koyomi_workspace_tr (workspace, N_("_Delete")) : NULL);
  koyomi_data_table_set_menu (self->controls, koyomi_workspace_tr (workspace, N_("Go to _Audit")), NULL);
  koyomi_data_table_set_read_only (self->controls, !koyomi_workspace_can_edit (workspace));
  connect (self);

  return GTK_WIDGET (self);
}
