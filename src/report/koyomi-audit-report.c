#include "koyomi-audit-report-private.h"

#include "koyomi-applicability-report-private.h"

const KoyomiReportPart _koyomi_audit_report_parts[KOYOMI_N_AUDIT_PARTS] = {
  [KOYOMI_AUDIT_PART_SUMMARY] = { "summary", N_("Summary") },
  [KOYOMI_AUDIT_PART_PROGRAMME] = { "programme", N_("1 Programme") },
  [KOYOMI_AUDIT_PART_AUDITS] = { "audits", N_("2 Audits of the year") },
  [KOYOMI_AUDIT_PART_FINDINGS] = { "findings", N_("3 Findings") },
  [KOYOMI_AUDIT_PART_EVIDENCE] = { "evidence", N_("4 Evidence") },
  [KOYOMI_AUDIT_PART_READINESS] = { "readiness", N_("5 Readiness") },
  [KOYOMI_AUDIT_PART_LOG] = { "log", N_("6 Change log") },
};

const KoyomiReportPart _koyomi_programme_report_parts[KOYOMI_N_SECTION_PARTS] = {
  [KOYOMI_AUDIT_PART_SUMMARY] = { "summary", N_("Summary") },
  [KOYOMI_AUDIT_PART_PROGRAMME] = { "programme", N_("Programme") },
};

const KoyomiReportPart _koyomi_evidence_report_parts[KOYOMI_N_SECTION_PARTS] = {
  { "summary", N_("Summary") },
  { "evidence", N_("Evidence") },
};

/* The same, where the section looks for its own. */
static const KoyomiReportPart evidence_parts[KOYOMI_N_AUDIT_PARTS] = {
  [KOYOMI_AUDIT_PART_SUMMARY] = { "summary", N_("Summary") },
  [KOYOMI_AUDIT_PART_EVIDENCE] = { "evidence", N_("Evidence") },
};

static const KoyomiIsmsReportKind programme = {
  "programme", N_("Audit programme"), "AP", _koyomi_programme_report_parts, KOYOMI_N_SECTION_PARTS,
};

static const KoyomiIsmsReportKind evidence = { "evidence", N_("Evidence register"), "EV", evidence_parts, KOYOMI_N_AUDIT_PARTS };

/* Adds a sheet. */
typedef gboolean (*SectionFunc) (KoyomiAuditReport  *self,
                                 GError            **error);

static const KoyomiIsmsReportKind audit = {
  "audit", N_("ISMS audit report"), "AUD", _koyomi_audit_report_parts, KOYOMI_N_AUDIT_PARTS,
};

static void
clear_report (KoyomiAuditReport *self)
{
  _koyomi_isms_report_clear (&self->isms);
  g_clear_pointer (&self->programme, koyomi_audit_programme_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiAuditReport, clear_report)

/* Returns: where more is counted */
static KoyomiDocumentTable *
add_gaps (KoyomiAuditReport *self)
{
  KoyomiDocumentTable *counts = _koyomi_isms_report_begin_quality (&self->isms);
  KoyomiDocumentTable *gaps = _koyomi_isms_report_add_lacks (&self->isms, N_("Gaps of the programme"));

  for (guint i = 0; i < self->programme->lines->len; i++)
    {
      const KoyomiProgrammeLine *line = g_ptr_array_index (self->programme->lines, i);

      if (line->is_gap)
        _koyomi_isms_report_add_lack (gaps, line->control, koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE),
                                      koyomi_tr (self->isms.language, N_("No audit of the three years looks at it.")));
    }
  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Gaps of the programme"), gaps->rows->len);

  return counts;
}

static gboolean
add_quality (KoyomiAuditReport  *self,
             GError            **error)
{
  KoyomiDocumentTable *counts = add_gaps (self);

  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Items of finished audits without a result"), self->n_unsampled);
  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Rules that are broken"), self->n_broken);

  return TRUE;
}

static gboolean
add_programme_quality (KoyomiAuditReport  *self,
                       GError            **error)
{
  add_gaps (self);

  return TRUE;
}

static gboolean
add_evidence_quality (KoyomiAuditReport  *self,
                      GError            **error)
{
  _koyomi_isms_report_begin_quality (&self->isms);

  return TRUE;
}

static gboolean
fill (KoyomiAuditReport  *self,
      const SectionFunc  *sections,
      guint               n_sections,
      GError            **error)
{
  self->programme = koyomi_audit_programme_make (self->isms.facts, self->isms.year);
  self->lines = koyomi_control_register_make (self->isms.facts);
  for (guint i = 0; i < n_sections; i++)
    if (!sections[i] (self, error))
      return FALSE;

  return TRUE;
}

static KoyomiDocument *
make (const KoyomiIsmsReportKind  *kind,
      const SectionFunc           *sections,
      guint                        n_sections,
      KoyomiSession               *session,
      const KoyomiReportOptions   *options,
      GError                     **error)
{
  g_auto(KoyomiAuditReport) self = { 0 };

  if (!_koyomi_isms_report_init (&self.isms, kind, session, options, error) || !fill (&self, sections, n_sections, error))
    return NULL;

  return _koyomi_isms_report_finish (&self.isms);
}

/* What the audits of the year looked at and found, what the programme leaves out, and what an auditor will ask for: evidence, readiness, the change
 * log (ISO/IEC 27001, 9.2). */
KoyomiDocument *
_koyomi_audit_report_new (KoyomiSession              *session,
                          const KoyomiReportOptions  *options,
                          GError                    **error)
{
  static const SectionFunc sections[] = {
    _koyomi_audit_report_add_programme, _koyomi_audit_report_add_audits, _koyomi_audit_report_add_evidence, _koyomi_audit_report_add_readiness,
    _koyomi_audit_report_add_log, add_quality,
  };

  return make (&audit, sections, G_N_ELEMENTS (sections), session, options, error);
}

/* What will be audited in three years, and what none of the audits looks at: the programme by itself. */
KoyomiDocument *
_koyomi_programme_report_new (KoyomiSession              *session,
                              const KoyomiReportOptions  *options,
                              GError                    **error)
{
  static const SectionFunc sections[] = { _koyomi_audit_report_add_programme, add_programme_quality };

  return make (&programme, sections, G_N_ELEMENTS (sections), session, options, error);
}

/* Which evidence there is of which clause and control, and of which it is missing: the register by itself. */
KoyomiDocument *
_koyomi_evidence_report_new (KoyomiSession              *session,
                             const KoyomiReportOptions  *options,
                             GError                    **error)
{
  static const SectionFunc sections[] = { _koyomi_audit_report_add_evidence, add_evidence_quality };

  return make (&evidence, sections, G_N_ELEMENTS (sections), session, options, error);
}
