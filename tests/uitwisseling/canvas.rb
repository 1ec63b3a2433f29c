# Reads an outcomes CSV as Canvas does (with Ruby's own csv) and keeps its rules; prints what was placed as JSON.
require "csv"
require "json"

tekst = $stdin.read.force_encoding("utf-8")
fouten = []
fouten << "no UTF-8" unless tekst.valid_encoding?
kop, *regels = CSV.new(tekst).to_a

einde = kop.index("ratings")
namen = kop[0...einde]
kent = %w[canvas_id vendor_guid object_type title description display_name friendly_description parent_guids
          calculation_method calculation_int mastery_points workflow_state]
fouten << "header: #{namen - kent}" unless (namen - kent).empty?
fouten << "header misses #{%w[vendor_guid object_type title parent_guids] - namen}" unless (%w[vendor_guid object_type title parent_guids] - namen).empty?
fouten << "header behind ratings" unless kop[(einde + 1)..].all?(&:nil?)

groepen = {}
uitkomsten = {}
regels.each.with_index(2) do |rij, nummer|
  cel = namen.zip(rij).to_h
  id = cel["vendor_guid"]
  zeg = ->(wat) { fouten << "row #{nummer} (#{id}): #{wat}" }
  zeg.("width #{rij.length}") unless rij.length == kop.length
  zeg.("an empty cell that is quoted") if rij.include?("")
  zeg.("id") if id.nil? || id.match?(/[\s:]/) || id.length > 255
  zeg.("id twice") if groepen.key?(id) || uitkomsten.key?(id)
  zeg.("title") if cel["title"].nil? || cel["title"].strip.empty? || cel["title"].length > 255
  zeg.("description") if (cel["description"] || "").length > 65_535
  zeg.("display name") if (cel["display_name"] || "").length > 255
  zeg.("workflow_state") unless [nil, "active", "deleted"].include?(cel["workflow_state"])
  ouders = (cel["parent_guids"] || "").split
  ouders.each { |ouder| zeg.("parent #{ouder} is not earlier") unless groepen.key?(ouder) }

  cijfers = rij[einde..]
  cijfers.pop while !cijfers.empty? && cijfers.last.nil?
  vorige = nil
  schaal = cijfers.each_slice(2).map do |punten, naam|
    zeg.("points #{punten.inspect}") unless punten&.match?(/\A\d+\z/)
    zeg.("points go up") if vorige && punten.to_i > vorige
    zeg.("rating without text") if naam.nil?
    vorige = punten.to_i
    [punten.to_i, naam]
  end

  case cel["object_type"]
  when "group"
    zeg.("more than one parent") if ouders.length > 1
    zeg.("a group with a method or ratings") if cel["calculation_method"] || cel["calculation_int"] || !schaal.empty?
    groepen[id] = { ouders: ouders, titel: cel["title"], omschrijving: cel["description"] }
  when "outcome"
    zeg.("method") unless %w[decaying_average n_mastery highest latest average].include?(cel["calculation_method"])
    zeg.("an int that goes with no method") if cel["calculation_int"]
    zeg.("ratings and mastery go together") if schaal.empty? != cel["mastery_points"].nil?
    uitkomsten[id] = { ouders: ouders, titel: cel["title"], omschrijving: cel["description"], naam: cel["display_name"],
                       schaal: schaal, beheerst: cel["mastery_points"] }
  else
    zeg.("type")
  end
end

puts JSON.generate({ fouten: fouten, rijen: regels.length, groepen: groepen, uitkomsten: uitkomsten })
