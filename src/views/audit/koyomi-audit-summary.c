#include "koyomi-audit-summary.h"

#include "koyomi-audit-card.h"
#include "koyomi-audit-columns.h"
#include "koyomi-breaches.h"
#include "koyomi-chain.h"
#include "koyomi-control-register.h"
#include "koyomi-control-squares.h"
#include "koyomi-day.h"
#include "koyomi-finding-columns.h"
#include "koyomi-findings.h"
#include "koyomi-history.h"
#include "koyomi-log-columns.h"
#include "koyomi-plan-facts-load.h"

#define N_FINDINGS 6
#define N_ENTRIES 5

struct _KoyomiAuditSummary
{
  KoyomiAuditPane        parent_instance;

  KoyomiDataTable       *findings;
  KoyomiDataTable       *audits;
  KoyomiDataTable       *log;
  KoyomiControlSquares  *squares;
  GtkWidget             *findings_stack;
  GtkWidget             *audits_card;
  GtkLabel              *chain_label;
  GtkAdjustment         *place;          /* of the page: not owned: how far it is scrolled */
  KoyomiChain           *chain;
  gint64                 n_entries;
};

G_DEFINE_FINAL_TYPE (KoyomiAuditSummary, koyomi_audit_summary, KOYOMI_TYPE_AUDIT_PANE)

static const char *tr (KoyomiAuditSummary *self,
                       const char         *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiAuditSummary *self,
    const char         *text)
{
  return koyomi_tr (koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self)), text);
}

/* Those that press, then those that are going on, then the newest. */
static void
show_findings (KoyomiAuditSummary *self,
               GPtrArray          *rows)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);

  koyomi_finding_columns_pick_pressing (rows, N_FINDINGS, wanted);
  koyomi_data_table_show (self->findings, rows, koyomi_data_row_is_in, wanted);
  gtk_stack_set_visible_child_name (GTK_STACK (self->findings_stack), rows->len > 0 ? "list" : "none");
}

static void
show_audits (KoyomiAuditSummary    *self,
             const KoyomiPlanFacts *facts)
{
  KoyomiFiscalYear year = koyomi_plan_facts_get_year (facts);
  KoyomiLanguage language = koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
  g_autoptr(KoyomiAuditProgramme) programme = koyomi_audit_programme_make (facts, year);
  g_autoptr(GHashTable) breaches = koyomi_session_load_audit_breaches (koyomi_audit_pane_get_session (KOYOMI_AUDIT_PANE (self)), koyomi_day_today (),
                                                                       language, NULL);
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  /* Translators: a fiscal year */
  g_autofree char *title = g_strdup_printf (koyomi_tr (language, N_("Audit programme %s")), year_name);

  if (breaches != NULL)
    koyomi_audit_programme_take_breaches (programme, breaches);
  for (guint i = 0; i < programme->audits->len; i++)
    {
      const KoyomiProgrammeAudit *audit = g_ptr_array_index (programme->audits, i);

      if (koyomi_record_get_day (audit->audit, KOYOMI_AUDIT_LAST_DAY) <= koyomi_fiscal_year_get_last_day (year))
        g_hash_table_add (wanted, (gpointer) audit);
    }
  koyomi_data_table_show (self->audits, programme->audits, koyomi_data_row_is_in, wanted);
  koyomi_audit_card_set_title (self->audits_card, title);
}

static void
show_controls (KoyomiAuditSummary    *self,
               const KoyomiPlanFacts *facts)
{
  g_autoptr(GPtrArray) lines = koyomi_control_register_make (facts);

  koyomi_control_squares_show (self->squares, lines);
}

static void
show_chain (KoyomiAuditSummary *self)
{
  koyomi_chain_show (self->chain, self->chain_label, self->n_entries);
}

static gboolean
show_log (KoyomiAuditSummary  *self,
          GError             **error)
{
  KoyomiSession *session = koyomi_audit_pane_get_session (KOYOMI_AUDIT_PANE (self));
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) newest = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_entry_free);

  self->n_entries = head != NULL ? head->seq : 0;
  if ((entries = koyomi_session_list_entries (session, MAX (self->n_entries - N_ENTRIES, 0), error)) == NULL)
    return FALSE;

  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = entries->len; i > 0; i--)
    g_ptr_array_add (newest, g_ptr_array_index (entries, i - 1));
  koyomi_data_table_show (self->log, newest, NULL, NULL);
  koyomi_chain_start (self->chain);
  show_chain (self);

  return TRUE;
}

static gboolean
koyomi_audit_summary_refresh (KoyomiAuditPane  *pane,
                              GError          **error)
{
  KoyomiAuditSummary *self = KOYOMI_AUDIT_SUMMARY (pane);
  KoyomiSession *session = koyomi_audit_pane_get_session (pane);
  KoyomiLanguage language = koyomi_audit_pane_get_language (pane);
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (session, koyomi_day_today (), language, error);
  g_autoptr(GPtrArray) findings = facts != NULL ? koyomi_session_load_findings (session, koyomi_day_today (), language, error) : NULL;

  if (findings == NULL)
    return FALSE;

  show_findings (self, findings);
  show_audits (self, facts);
  show_controls (self, facts);

  return show_log (self, error);
}

static void
finding_cb (KoyomiAuditSummary *self)
{
  koyomi_audit_pane_open (KOYOMI_AUDIT_PANE (self), KOYOMI_TABLE_FINDING, koyomi_data_table_get_chosen (self->findings));
}

static void
audit_cb (KoyomiAuditSummary *self)
{
  koyomi_audit_pane_open (KOYOMI_AUDIT_PANE (self), KOYOMI_TABLE_AUDIT, koyomi_data_table_get_chosen (self->audits));
}

static void
koyomi_audit_summary_dispose (GObject *object)
{
  KoyomiAuditSummary *self = KOYOMI_AUDIT_SUMMARY (object);

  g_clear_object (&self->chain);

  G_OBJECT_CLASS (koyomi_audit_summary_parent_class)->dispose (object);
}

static void
koyomi_audit_summary_class_init (KoyomiAuditSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_audit_summary_dispose;
  KOYOMI_AUDIT_PANE_CLASS (klass)->refresh = koyomi_audit_summary_refresh;
}

static void
koyomi_audit_summary_init (KoyomiAuditSummary *self)
{
}

static KoyomiDataTable *
make_table (KoyomiAuditSummary     *self,
            const char             *name,
            const KoyomiDataColumn *columns,
            guint                   n_columns,
            KoyomiDataRowId         get_id)
{
  GtkWidget *table = koyomi_data_table_new (name, koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self)), columns, n_columns, get_id);

  koyomi_data_table_show_whole (KOYOMI_DATA_TABLE (table), self->place);
  gtk_widget_set_hexpand (table, TRUE);

  return KOYOMI_DATA_TABLE (table);
}

static GtkWidget *
make_findings (KoyomiAuditSummary *self)
{
  GtkWidget *none = gtk_label_new (tr (self, N_("No Findings in This Plan")));

  self->findings = make_table (self, tr (self, N_("Most pressing findings")), koyomi_finding_columns, koyomi_n_finding_columns,
                               koyomi_finding_columns_get_id);
  self->findings_stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->findings_stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->findings_stack), GTK_WIDGET (self->findings), "list");
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_bottom (none, 12);
  gtk_stack_add_named (GTK_STACK (self->findings_stack), none, "none");
  koyomi_data_table_set_menu (self->findings, tr (self, N_("_Open")), NULL);
  g_signal_connect_object (self->findings, "activated", G_CALLBACK (finding_cb), self, G_CONNECT_SWAPPED);

  return koyomi_audit_card_new (tr (self, N_("Findings and corrective actions")), "findings", self->findings_stack);
}

static GtkWidget *
make_middle (KoyomiAuditSummary *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *controls;

  self->audits = make_table (self, tr (self, N_("Audits of the year")), koyomi_audit_short_columns, koyomi_n_audit_short_columns,
                             koyomi_audit_columns_get_id);
  koyomi_data_table_set_menu (self->audits, tr (self, N_("_Open")), NULL);
  g_signal_connect_object (self->audits, "activated", G_CALLBACK (audit_cb), self, G_CONNECT_SWAPPED);
  self->audits_card = koyomi_audit_card_new (tr (self, N_("Programme")), "programme", GTK_WIDGET (self->audits));
  gtk_widget_set_hexpand (self->audits_card, TRUE);
  gtk_box_append (GTK_BOX (line), self->audits_card);

  self->squares = KOYOMI_CONTROL_SQUARES (koyomi_control_squares_new (koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self))));
  gtk_widget_set_margin_start (GTK_WIDGET (self->squares), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->squares), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->squares), 12);
  controls = koyomi_audit_card_new (tr (self, N_("Annex A controls — evidence")), "controls", GTK_WIDGET (self->squares));
  gtk_box_append (GTK_BOX (line), controls);

  return line;
}

static GtkWidget *
make_log (KoyomiAuditSummary *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->log = make_table (self, tr (self, N_("Last changes")), koyomi_log_columns, koyomi_n_log_columns,
                          koyomi_log_columns_get_seq);
  koyomi_log_columns_name_zone (self->log, koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self)));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->log));
  self->chain_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->chain_label), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->chain_label), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->chain_label), 9);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->chain_label));

  return koyomi_audit_card_new (tr (self, N_("Change log")), "change-log", body);
}

GtkWidget *
koyomi_audit_summary_new (KoyomiWorkspace *workspace)
{
  KoyomiAuditSummary *self = g_object_new (KOYOMI_TYPE_AUDIT_SUMMARY, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  koyomi_audit_pane_attach (KOYOMI_AUDIT_PANE (self), workspace);
  self->chain = g_object_ref (koyomi_chain_get (workspace));
  g_signal_connect_object (self->chain, "changed", G_CALLBACK (show_chain), self, G_CONNECT_SWAPPED);
  self->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_findings (self));
  gtk_box_append (GTK_BOX (box), make_middle (self));
  gtk_box_append (GTK_BOX (box), make_log (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
