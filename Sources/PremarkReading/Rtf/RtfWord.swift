/// The control words that the reader acts on (Microsoft RTF Specification 1.9.1); every other word is passed over.
enum RtfWord: UInt8 {
  case unknown
  // Destinations that are read.
  case fonttbl, colortbl, stylesheet, footnote, annotation, shptxt, dptxbxtext, listtext, pntext, fldinst,
    fldrslt
  case shpinst, shp, object, result, nesttableprops, ud, upr, shppict, formfield, field
  // Destinations that are passed over.
  case info, pict, nonshppict, shprslt, nonesttables, header, headerl, headerr, headerf, footer, footerl,
    footerr
  case footerf, filetbl, rxe, tc, tcn, xe, sp, listtable, listoverridetable, revtbl, rsidtbl, themedata,
    datastore
  case latentstyles, generator, objdata, objclass, pnseclvl, bkmkstart, bkmkend, atnid, atnauthor, atntime,
    atnref
  case atndate, atnparent, colorschememapping, xmlnstbl, mmathPr, panose, falt, fontemb, ftnsep, ftnsepc,
    ftncn
  case aftnsep, aftnsepc, aftncn, pgptbl, wgrffmtfilter, docvar, userprops, template, blipuid, picprop,
    background
  // Characters.
  case par, line, tab, cell, row, nestcell, nestrow, sect, page, column, emdash, endash, lquote, rquote,
    ldblquote
  case rdblquote, bullet, emspace, enspace, qmspace, u, uc, bin, softline
  // Looks.
  case plain, b, i, v, deleted, f, fs, cf, cb, highlight, chcbpat, chshdng, ul, ulnone
  // Paragraphs.
  case pard, s, outlinelevel, intbl, itap, ls, ilvl, trowd, trhdr, cellx, clmgf, clmrg, clvmgf, clvmrg,
    clcbpat
  case clshdng, trleft
  // Documents, fonts, colours, styles, forms.
  case ansicpg, mac, pc, pca, fcharset, cpg, red, green, blue, cs, ts, deff, ffres, ffdefres, deflang

  /// The word of that name.
  init(_ name: ArraySlice<UInt8>) {
    self = Self.names[String(decoding: name, as: UTF8.self)] ?? .unknown
  }

  private static let names: [String: RtfWord] = {
    var names: [String: RtfWord] = [:]
    for name in list.utf8.split(separator: 0x20) {
      names[String(decoding: name, as: UTF8.self)] = RtfWord(rawValue: UInt8(names.count + 1)) ?? .unknown
    }
    return names
  }()

  /// In the order of the cases.
  private static let list = """
    fonttbl colortbl stylesheet footnote annotation shptxt dptxbxtext listtext pntext fldinst fldrslt \
    shpinst shp object result nesttableprops ud upr shppict formfield field \
    info pict nonshppict shprslt nonesttables header headerl headerr headerf footer footerl footerr \
    footerf filetbl rxe tc tcn xe sp listtable listoverridetable revtbl rsidtbl themedata datastore \
    latentstyles generator objdata objclass pnseclvl bkmkstart bkmkend atnid atnauthor atntime atnref \
    atndate atnparent colorschememapping xmlnstbl mmathPr panose falt fontemb ftnsep ftnsepc ftncn \
    aftnsep aftnsepc aftncn pgptbl wgrffmtfilter docvar userprops template blipuid picprop background \
    par line tab cell row nestcell nestrow sect page column emdash endash lquote rquote ldblquote \
    rdblquote bullet emspace enspace qmspace u uc bin softline \
    plain b i v deleted f fs cf cb highlight chcbpat chshdng ul ulnone \
    pard s outlinelevel intbl itap ls ilvl trowd trhdr cellx clmgf clmrg clvmgf clvmrg clcbpat \
    clshdng trleft \
    ansicpg mac pc pca fcharset cpg red green blue cs ts deff ffres ffdefres deflang
    """

  /// True for a destination whose content is no text of the page.
  var isPassedOver: Bool { rawValue >= RtfWord.info.rawValue && rawValue <= RtfWord.background.rawValue }

  /// True for a destination that is read although it may be marked as one to ignore (`\*`).
  var isRead: Bool { rawValue >= RtfWord.fonttbl.rawValue && rawValue <= RtfWord.field.rawValue }
}
